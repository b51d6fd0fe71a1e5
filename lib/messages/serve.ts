/**
 * The background's side of the protocol. Checks the shape, then the sender, then calls the handler and answers
 * `{ ok: true, value }` or `{ ok: false, error }`. What is not ours is ignored and counted.
 * `answerCall` is the whole law; `serve` only hangs it on the browser's event, synchronously.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Verb } from './call';
import type { Protocol } from './protocol';
import { REQUESTS } from './requests';
import { isWireCall, type CallCode, type WireReply } from './runtime';
import { decideSender, type BrowserSender, type ExtensionSender, type PageSender } from './sender';

type SenderOf<V extends Verb> = Protocol[V]['from'] extends 'page' ? PageSender : ExtensionSender;

export type Handlers = {
  readonly [V in Verb]: (request: Protocol[V]['request'], sender: SenderOf<V>) => Promise<Protocol[V]['reply']>;
};

/** A refusal with a code of its own; whatever else a handler throws is answered as `failed` and logged. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: CallCode;

  constructor(code: CallCode, message: string) {
    super(message);
    this.code = code;
  }
}

const refuse = (code: CallCode, message: string): WireReply => ({ ok: false, error: { code, message } });

const isVerb = (name: string): name is Verb => Object.hasOwn(REQUESTS, name);

function isTooLarge(request: unknown, maxLength: number): boolean {
  const json: unknown = JSON.stringify(request);
  return typeof json !== 'string' || json.length > maxLength;
}

/** Null where the message is not ours to answer. */
export async function answerCall(
  handlers: Handlers,
  message: unknown,
  from: BrowserSender,
  own: { readonly id: string; readonly base: string },
  toRefusal: (reason: unknown) => Refusal | null = () => null,
): Promise<WireReply | null> {
  if (!isWireCall(message) || !isVerb(message.call)) return null;
  const verb = message.call;
  const rule = REQUESTS[verb];
  if (isTooLarge(message.request, rule.maxLength))
    return refuse('too-large', `${verb} takes at most ${rule.maxLength} characters`);
  // An empty list would pass for an object without fields.
  if (Array.isArray(message.request)) return refuse('bad-request', `${verb}: expected an object`);
  const checked = v.safeParse(rule.schema, message.request);
  if (!checked.success) {
    const issue = checked.issues[0];
    return refuse('bad-request', `${verb}: ${v.getDotPath(issue) ?? 'request'}: ${issue.message}`);
  }
  const sender = decideSender(from, own);
  if (sender === null || sender.kind !== rule.from) return refuse('not-allowed', `${verb} is not for this sender`);
  try {
    // The row of this verb just checked both request and sender; TypeScript cannot follow that over the whole table.
    const handle = handlers[verb] as (request: unknown, sender: unknown) => Promise<unknown>;
    return { ok: true, value: await handle(checked.output, sender) };
  } catch (reason) {
    const refusal = reason instanceof Refusal ? reason : toRefusal(reason);
    if (refusal !== null) return refuse(refusal.code, refusal.message);
    console.error(`Dalel: ${verb} failed`, reason);
    return refuse('failed', reason instanceof Error ? reason.message : String(reason));
  }
}

/** Messages since this start of the background that were not ours. Diagnostics only: nothing hangs on it. */
let ignored = 0;

/** Told at the first, the tenth, the hundredth: a sender that goes on does not fill the log. */
function countIgnored(): void {
  ignored += 1;
  if (Number.isInteger(Math.log10(ignored)))
    console.warn(`Dalel: messages ignored since they are not ours: ${ignored}`);
}

/** `toRefusal` gives an expected fault of the handlers' own, such as a store's, the code that it is answered with. */
export function serve(handlers: Handlers, toRefusal: (reason: unknown) => Refusal | null): void {
  const own = { id: browser.runtime.id, base: browser.runtime.getURL('') };
  browser.runtime.onMessage.addListener((message: unknown, sender, answer: (reply: WireReply | null) => void) => {
    if (!isWireCall(message) || !isVerb(message.call)) {
      countIgnored();
      return undefined;
    }
    void answerCall(handlers, message, sender, own, toRefusal).then(answer);
    return true;
  });
}
