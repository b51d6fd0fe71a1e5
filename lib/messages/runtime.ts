/**
 * The few members of the browser's runtime that messages need, without the polyfill: `browser` in Firefox and
 * in the extension pages, `chrome` in Chromium; both give promises in Manifest V3. Used by pages and injected scripts.
 */
export interface RawSender {
  readonly id?: string;
  readonly tab?: unknown;
}

type RawListener = (message: unknown, sender: RawSender, answer: (reply: unknown) => void) => boolean | undefined;

export interface RawRuntime {
  /** Gone once the extension was reloaded, updated or removed under a script that still runs. */
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: RawListener): void;
    removeListener(listener: RawListener): void;
  };
}

interface ExtensionGlobals {
  readonly browser?: { readonly runtime?: RawRuntime };
  readonly chrome?: { readonly runtime?: RawRuntime };
}

/** The runtime while this script still belongs to a living extension, else null. */
export function livingRuntime(): RawRuntime | null {
  // The cast names two globals that only an extension's own contexts have.
  const globals = globalThis as ExtensionGlobals;
  const runtime = (globals.browser ?? globals.chrome)?.runtime;
  return runtime?.id ? runtime : null;
}

/** One call on the wire: to the background from anywhere, or from it to a tab's annotators. */
export interface WireCall {
  readonly call: string;
  readonly request: unknown;
}

/** What goes back, in both directions. */
export type WireReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: CallCode; readonly message: string } };

/**
 * Why a call got no value. `gone`: the extension was updated or removed under this script; `unanswered`: nobody took
 * the call; `bad-request`, `too-large`, `not-allowed`, `too-often`: refused before anything was done;
 * `private`: nothing from a private window is kept; `no-tab`: no tab is in front; `no-earlier`: a pack has no revision to
 * go back to; `store`: the database or storage refused, and the message says so in the reader's language; `failed`: a
 * fault of ours.
 */
export type CallCode =
  | 'gone'
  | 'unanswered'
  | 'bad-request'
  | 'too-large'
  | 'not-allowed'
  | 'too-often'
  | 'private'
  | 'no-tab'
  | 'no-earlier'
  | 'store'
  | 'failed';

export function isWireCall(message: unknown): message is WireCall {
  return (
    typeof message === 'object' &&
    message !== null &&
    'call' in message &&
    typeof message.call === 'string' &&
    'request' in message
  );
}

export function isWireReply(reply: unknown): reply is WireReply {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && ('value' in reply || 'error' in reply);
}
