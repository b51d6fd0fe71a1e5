/** Who sent a message, decided once: one of our own pages, or a script of ours in a web page (never trusted). */

/** What a browser says of a sender; not every one tells `origin` and `documentId`. */
export interface BrowserSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?:
    | { readonly id?: number | undefined; readonly url?: string | undefined; readonly incognito?: boolean }
    | undefined;
}

export interface PageSender {
  readonly kind: 'page';
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string | null;
  /** Of the frame; `about:blank` and the like where the frame inherits its origin. */
  readonly url: string;
  /** Null where the browser does not say it. */
  readonly origin: string | null;
  /** Of the tab's top document, failing that the frame's own. */
  readonly topUrl: string;
  readonly isPrivate: boolean;
}

export interface ExtensionSender {
  readonly kind: 'extension';
  readonly url: string;
  /** One of our pages in a private window: what is typed there is not kept. */
  readonly isPrivate: boolean;
}

export type Sender = PageSender | ExtensionSender;

/**
 * Null for whoever is neither. `base` is the address of our own root, ending in a slash. Id, address, origin and tab are
 * the browser's word, none of them the sender's; where two of them disagree, nobody is believed.
 */
export function decideSender(
  sender: BrowserSender,
  own: { readonly id: string; readonly base: string },
): Sender | null {
  if (sender.id !== own.id) return null;
  const url = sender.url ?? '';
  const isOwn = url.startsWith(own.base);
  if (sender.origin !== undefined && isOwn !== (`${sender.origin}/` === own.base)) return null;
  if (isOwn) return { kind: 'extension', url, isPrivate: sender.tab?.incognito === true };
  const tabId = sender.tab?.id;
  // Some browsers give viewers and sidebars the id -1: no script of ours is in them.
  if (tabId === undefined || tabId < 0 || sender.frameId === undefined) return null;
  return {
    kind: 'page',
    tabId,
    frameId: sender.frameId,
    documentId: sender.documentId ?? null,
    url,
    origin: sender.origin ?? null,
    topUrl: sender.tab?.url ?? url,
    isPrivate: sender.tab?.incognito === true,
  };
}
