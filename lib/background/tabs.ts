/**
 * Talks to tabs. A tab may close, navigate or forbid us between two lines of ours: that much is expected and comes
 * back as null; whatever else goes wrong is thrown.
 */
import { browser } from 'wxt/browser';
import type { PageProtocol } from '../messages/protocol';
import type { PageVerb } from '../messages/listen';
import { isWireReply } from '../messages/runtime';

/** What the browsers say where a tab, frame or document is gone, is not ours to read, or has no annotator. */
const EXPECTED = [
  /no (?:tab|frame|document|window) with (?:the )?(?:document)?ids?/iu,
  /invalid (?:tab|frame|document) ?ids?/iu,
  /(?:tab|frame|document)\b.* (?:was|is|been) (?:removed|closed|destroyed|discarded)/iu,
  /could not establish connection|receiving end does not exist/iu,
  /message (?:channel|port) closed|back\/forward cache/iu,
  /cannot (?:access|be scripted|script)|extensions gallery|missing host permission/iu,
  /error page|showing error|the page is currently showing/iu,
  /actor '?\w+'? destroyed|conduits|can't access dead object/iu,
  /no matching message handler|inactive document/iu,
];

export function isExpectedTabFault(reason: unknown): boolean {
  const text = reason instanceof Error ? reason.message : String(reason);
  return EXPECTED.some((pattern) => pattern.test(text));
}

/** What a browser says of a fault, without the address that it may name: a log must not tell where a person was. */
export function withoutAddresses(reason: unknown): string {
  const text = reason instanceof Error ? reason.message : String(reason);
  return text.replace(/[a-z][a-z0-9+.-]*:\/\/[^\s"']+/giu, '(an address)');
}

/** Null where the tab is gone or not ours; every other fault is thrown. */
export async function tryTab<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (reason) {
    if (isExpectedTabFault(reason)) return null;
    throw new Error(withoutAddresses(reason));
  }
}

/** Asks the annotator of one frame, or those of all frames: then the first reply counts. Null where nobody listens. */
export async function tellTab<V extends PageVerb>(
  tabId: number,
  verb: V,
  request: PageProtocol[V]['request'],
  frameId?: number,
): Promise<PageProtocol[V]['reply'] | null> {
  const message = { call: verb, request };
  const reply = await tryTab<unknown>(() =>
    frameId === undefined
      ? browser.tabs.sendMessage(tabId, message)
      : browser.tabs.sendMessage(tabId, message, { frameId }),
  );
  if (!isWireReply(reply)) return null;
  if (!reply.ok) {
    // The tab's own log has the reason.
    console.error(`Dalel: ${verb} failed in tab ${tabId}`);
    return null;
  }
  // `listen` answers with what the handler typed for this verb returned.
  return reply.value as PageProtocol[V]['reply'];
}

export interface OpenTab {
  readonly id: number;
  readonly url: string;
}

/** Tabs with a page that we may read. A discarded one has no scripts; its sentinel comes when it is loaded again. */
export async function listReadableTabs(): Promise<readonly OpenTab[]> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'], discarded: false });
  return tabs.flatMap(({ id, url }) => (id === undefined || url === undefined ? [] : [{ id, url }]));
}
