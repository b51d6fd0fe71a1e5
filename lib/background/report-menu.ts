/** A click on "Report a claim": asks the clicked frame for the selection, keeps the draft, opens the report page. */
import { browser } from 'wxt/browser';
import type { Capture } from '../reports/report';
import { plainAddress } from './address';
import { captureSelection, type Captured } from './capture';
import { keepDraft } from './drafts';

export interface MenuClick {
  readonly selectionText?: string | undefined;
  readonly frameId?: number | undefined;
  readonly frameUrl?: string | undefined;
  readonly pageUrl?: string | undefined;
}

export interface ClickedTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly incognito?: boolean;
}

/** Every refusal ends here on purpose: what the menu event holds must do then, and the report says so. */
async function askFrame(tabId: number, frameId: number): Promise<Captured | null> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: captureSelection,
    });
    return results[0]?.result ?? null;
  } catch (reason) {
    console.warn('Dalel: the browser did not let the selection be read; the menu event must do', reason);
    return null;
  }
}

function fromMenu(click: MenuClick, tab: ClickedTab | undefined): Capture {
  return {
    quote: { type: 'TextQuoteSelector', exact: (click.selectionText ?? '').slice(0, 20_000), prefix: '', suffix: '' },
    position: null,
    url: plainAddress(click.frameUrl) || plainAddress(click.pageUrl) || plainAddress(tab?.url),
    title: tab?.title ?? null,
    lang: null,
    limited: true,
  };
}

export function makeCapture(captured: Captured | null, click: MenuClick, tab: ClickedTab | undefined): Capture {
  const told = fromMenu(click, tab);
  if (captured === null) return told;
  const { quote, position, title, lang, address } = captured;
  // A frame without an address of its own stands in the page that the menu event names.
  return { quote, position, title: title ?? told.title, lang, url: plainAddress(address) || told.url, limited: false };
}

export async function reportFromMenu(click: MenuClick, tab: ClickedTab | undefined): Promise<void> {
  const tabId = tab?.id;
  // Some browsers give viewers and sidebars the id -1: there is nothing to ask there.
  const captured = tabId === undefined || tabId < 0 ? null : await askFrame(tabId, click.frameId ?? 0);
  const key = await keepDraft({ capture: makeCapture(captured, click, tab), isPrivate: tab?.incognito === true });
  await browser.tabs.create({ url: browser.runtime.getURL(`/report.html#${key}`) });
}
