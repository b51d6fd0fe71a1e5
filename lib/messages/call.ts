/**
 * Calls the background: `const state = await call('tab/state', { tabId })`. Typed over the whole protocol.
 * Used by the extension pages and by the annotator; no polyfill, so that both bundles stay small.
 * Rejects with a CallError and nothing else.
 */
import type { Protocol } from './protocol';
import { isWireReply, livingRuntime, type CallCode } from './runtime';

export type Verb = keyof Protocol;

export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: CallCode;

  constructor(code: CallCode, message: string) {
    super(message);
    this.code = code;
  }
}

export async function call<V extends Verb>(verb: V, request: Protocol[V]['request']): Promise<Protocol[V]['reply']> {
  const runtime = livingRuntime();
  if (runtime === null) throw new CallError('gone', 'Dalel was updated or removed: reload this page');
  let reply: unknown;
  try {
    reply = await runtime.sendMessage({ call: verb, request });
  } catch (reason) {
    const message = reason instanceof Error ? reason.message : String(reason);
    throw new CallError(livingRuntime() === null ? 'gone' : 'unanswered', message);
  }
  if (!isWireReply(reply)) throw new CallError('unanswered', `Nobody answered ${verb}`);
  if (!reply.ok) throw new CallError(reply.error.code, reply.error.message);
  // `serve` answers with what the handler typed for this verb returned.
  return reply.value as Protocol[V]['reply'];
}
