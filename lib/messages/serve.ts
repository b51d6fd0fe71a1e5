/**
 * The background's side of the protocol: two routers, one for scripts in pages, one for our own pages. Decides once who
 * sent a message, refuses what that sender's router does not have, checks size and shape, then calls the handler and
 * answers `{ ok: true, value }` or `{ ok: false, error }`. What is not ours is ignored and counted.
 * `answerCall` is the whole law and never throws; `serve` only hangs it on the browser's event, synchronously.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Verb } from './call';
import { describeIssue } from '../reports/check';
import type { Protocol } from './protocol';
import { REQUESTS } from './requests';
import { isWireCall, type CallCode, type WireReply } from './runtime';
import { decideSender, type BrowserSender, type ExtensionSender, type PageSender } from './sender';

type Kind = Protocol[Verb]['from'];
type VerbOf<K extends Kind> = { [V in Verb]: Protocol[V]['from'] extends K ? V : never }[Verb];
type SenderOf<V extends Verb> = Protocol[V]['from'] extends 'page' ? PageSender : ExtensionSender;

export type Handlers = {
  readonly [V in Verb]: (request: Protocol[V]['request'], sender: SenderOf<V>) => Promise<Protocol[V]['reply']>;
};

/** What a page's script can reach is one object, what our own pages can reach another; no verb is in both. */
export type Routers = { readonly [K in Kind]: Pick<Handlers, VerbOf<K>> };

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

/** Its length as JSON; null where it has none: in itself again and again, or made of what JSON does not know. */
function lengthOf(request: unknown): number | null {
  try {
    const json: unknown = JSON.stringify(request);
    return typeof json === 'string' ? json.length : null;
  } catch {
    // Firefox hands over more than JSON holds (cycles, big integers): none of it is a request of ours.
    return null;
  }
}

/** A list would pass for an object without fields, and so would a map. */
const isObject = (request: unknown): boolean => Object.prototype.toString.call(request) === '[object Object]';

/** The refusal of a request for what is wrong with it, or the request as the handler takes it. */
function check<V extends Verb>(verb: V, request: unknown): WireReply | { readonly request: Protocol[V]['request'] } {
  const { schema, maxLength } = REQUESTS[verb];
  const length = lengthOf(request);
  if (length === null || !isObject(request)) return refuse('bad-request', `${verb}: expected an object`);
  if (length > maxLength) return refuse('too-large', `${verb} takes at most ${maxLength} characters`);
  const checked = v.safeParse(schema, request);
  if (checked.success) return { request: checked.output };
  return refuse('bad-request', `${verb}: ${describeIssue(checked.issues[0], 'request')}`);
}

/** Null where the message is not ours to answer. */
export async function answerCall(
  routers: Routers,
  message: unknown,
  from: BrowserSender,
  own: { readonly id: string; readonly base: string },
  toRefusal: (reason: unknown) => Promise<Refusal | null> = () => Promise.resolve(null),
): Promise<WireReply | null> {
  if (!isWireCall(message) || !isVerb(message.call)) return null;
  const verb = message.call;
  const sender = decideSender(from, own);
  if (sender === null || sender.kind !== REQUESTS[verb].from)
    return refuse('not-allowed', `${verb} is not for this sender`);
  const checked = check(verb, message.request);
  if ('ok' in checked) return checked;
  try {
    // The row of this verb just checked both sender and request; TypeScript cannot follow that over the whole table.
    const router = routers[sender.kind] as Record<Verb, (request: unknown, sender: unknown) => Promise<unknown>>;
    return { ok: true, value: await router[verb](checked.request, sender) };
  } catch (reason) {
    return refuseFor(verb, reason, toRefusal);
  }
}

/** What is answered where a handler threw; whoever gives its faults their code may fail as well. */
async function refuseFor(
  verb: Verb,
  reason: unknown,
  toRefusal: (reason: unknown) => Promise<Refusal | null>,
): Promise<WireReply> {
  try {
    const refusal = reason instanceof Refusal ? reason : await toRefusal(reason);
    if (refusal !== null) return refuse(refusal.code, refusal.message);
  } catch (error) {
    console.error(`Dalel: a fault of ${verb} could not be told by its code`, error);
  }
  console.error(`Dalel: ${verb} failed`, reason);
  return refuse('failed', reason instanceof Error ? reason.message : String(reason));
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
export function serve(routers: Routers, toRefusal: (reason: unknown) => Promise<Refusal | null>): void {
  const own = { id: browser.runtime.id, base: browser.runtime.getURL('') };
  browser.runtime.onMessage.addListener((message: unknown, sender, answer: (reply: WireReply | null) => void) => {
    if (!isWireCall(message) || !isVerb(message.call)) {
      countIgnored();
      return undefined;
    }
    void answerCall(routers, message, sender, own, toRefusal).then(answer);
    return true;
  });
}
