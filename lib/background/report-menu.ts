/**
 * Every way to a report ends here: asks the frame for the selection and for what the page says of itself, keeps the
 * draft, opens the report page. Called by the context menu, the popup and the card.
 */
import { browser } from 'wxt/browser';
import type { ClaimId } from '../engine/types';
import { CAPTURE_ASK } from '../messages/capture-ask';
import type { Capture, CaptureAsk, Captured, ReportAbout, TextQuoteSelector } from '../reports/report';
import { plainAddress } from './address';
import { keepDraft } from './drafts';
import { withoutAddresses } from './tabs';

/** What the menu event tells; the fields that it shares with the browser's own. */
export interface MenuClick {
  readonly selectionText?: string | undefined;
  readonly linkUrl?: string | undefined;
  /** Firefox only. */
  readonly linkText?: string | undefined;
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

/** Runs in the frame's isolated world: nothing outside this function is there. */
function layDown(name: string, ask: CaptureAsk): void {
  Object.defineProperty(globalThis, name, { value: ask, configurable: true, writable: true });
}

/** Every refusal ends here on purpose: what the menu event holds must do then, and the report says so. */
async function askFrame(tabId: number, frameId: number, ask: CaptureAsk): Promise<Captured | null> {
  const target = { tabId, frameIds: [frameId] };
  try {
    await browser.scripting.executeScript({ target, func: layDown, args: [CAPTURE_ASK, ask] });
    const results = await browser.scripting.executeScript({ target, files: ['/capture.js'] });
    // What our own script of that name returns.
    return (results[0]?.result as Captured | null | undefined) ?? null;
  } catch (reason) {
    console.warn('Dalel: the browser did not let the page be read; the menu event must do:', withoutAddresses(reason));
    return null;
  }
}

function fromMenu(click: MenuClick, tab: ClickedTab | undefined): Capture {
  const exact = (click.selectionText ?? click.linkText ?? '').slice(0, 20_000);
  return {
    quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    position: null,
    url: plainAddress(click.frameUrl) || plainAddress(click.pageUrl) || plainAddress(tab?.url),
    title: tab?.title ?? null,
    author: null,
    date: null,
    lang: null,
    link: linkOf(click),
    limited: true,
  };
}

/** Only what leads to a page of the web: a `mailto:` or `javascript:` link is a report on its words alone. */
function linkOf({ linkUrl }: MenuClick): string | null {
  const address = plainAddress(linkUrl);
  return /^https?:/iu.test(address) ? address : null;
}

export function makeCapture(captured: Captured | null, click: MenuClick, tab: ClickedTab | undefined): Capture {
  const told = fromMenu(click, tab);
  if (captured === null) return told;
  const { address, ...facts } = captured;
  // In a field the page's own selection is not there: the menu event has its words.
  const isBlind = facts.quote.exact === '' && told.quote.exact !== '';
  return {
    ...facts,
    ...(isBlind ? { quote: told.quote, position: null } : {}),
    title: facts.title ?? told.title,
    // A frame without an address of its own stands in the page that the menu event names.
    url: plainAddress(address) || told.url,
    link: told.link,
    limited: isBlind,
  };
}

/** The address whole, where it holds more than the report keeps; else empty. */
function fullAddress(captured: Captured | null, click: MenuClick, capture: Capture): string {
  const whole = [captured?.address, click.frameUrl, click.pageUrl].find((url) => plainAddress(url) === capture.url);
  return whole === undefined || whole === capture.url ? '' : whole.slice(0, 4000);
}

/** What the report is about, where the person said so by what they pressed. */
export interface Subject {
  readonly about: ReportAbout;
  readonly claim: ClaimId | null;
  /** The words of a mark; they take the place of what is selected. */
  readonly quote?: TextQuoteSelector;
}

const NEW_CLAIM: Subject = { about: 'claim', claim: null };

export async function startReport(
  click: MenuClick,
  tab: ClickedTab | undefined,
  { about, claim, quote }: Subject = NEW_CLAIM,
): Promise<void> {
  const tabId = tab?.id;
  const ask = { link: click.linkUrl ?? null };
  // Some browsers give viewers and sidebars the id -1: there is nothing to ask there.
  const captured = tabId === undefined || tabId < 0 ? null : await askFrame(tabId, click.frameId ?? 0, ask);
  const read = makeCapture(captured, click, tab);
  const capture = quote === undefined ? read : { ...read, quote, position: null };
  const fullUrl = fullAddress(captured, click, capture);
  const key = await keepDraft({ capture, about, claim, fullUrl, isPrivate: tab?.incognito === true });
  await browser.tabs.create({ url: browser.runtime.getURL(`/report.html#${key}`) });
}
