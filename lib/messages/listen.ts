/**
 * The annotator's side of the calls that the background makes to a tab. Only messages from our own background are
 * taken; whatever is not ours is left to others. Ends with the signal.
 */
import type { PageProtocol } from './protocol';
import { isWireCall, livingRuntime, type RawSender, type WireReply } from './runtime';

export type PageVerb = keyof PageProtocol;

export type PageHandlers = {
  readonly [V in PageVerb]: (
    request: PageProtocol[V]['request'],
  ) => PageProtocol[V]['reply'] | Promise<PageProtocol[V]['reply']>;
};

export function listen(handlers: PageHandlers, signal: AbortSignal): void {
  const runtime = livingRuntime();
  if (runtime === null || signal.aborted) return;
  const ownId = runtime.id;
  const take = (message: unknown, sender: RawSender, answer: (reply: WireReply) => void): boolean | undefined => {
    if (sender.id !== ownId || sender.tab !== undefined) return undefined;
    if (!isWireCall(message) || !Object.hasOwn(handlers, message.call)) return undefined;
    // Our own background sent it, typed by `tellTab`; the name was just found among the handlers.
    const verb = message.call as PageVerb;
    const handle = handlers[verb] as (request: unknown) => unknown;
    void Promise.resolve(message.request)
      .then(handle)
      .then(
        (value) => answer({ ok: true, value: value ?? null }),
        (reason: unknown) => {
          console.error(`Dalel: ${verb} failed`, reason);
          answer({ ok: false, error: { code: 'failed', message: String(reason) } });
        },
      );
    return true;
  };
  runtime.onMessage.addListener(take);
  signal.addEventListener('abort', () => livingRuntime()?.onMessage.removeListener(take), { once: true });
}
