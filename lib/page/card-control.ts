/**
 * Opens, moves and closes the card. It knows the mentions, asks for nothing and keeps nothing: what a card shows is
 * drawn anew from the mention it stands at. The card only reads: its one wish, the whole record, opens a page of ours.
 */
import type { Say } from '../words/say';
import { sayFound } from '../words/say-found';
import type { PageSettings } from '../messages/protocol';
import { readAsOf } from './as-of';
import type { CardReport, CardView, Draw, OutlineView } from './card-view';
import { openHost } from './host';
import type { Host } from './host';
import { after } from './lifetime';
import type { Lifetime } from './lifetime';
import { readMetadata } from './metadata';
import type { PageMetadata } from './metadata';
import { denialBeside, isShown, isStanding, liveRange, overlapping, quoteOf } from './mention';
import type { Mention } from './mention';
import { NARROW_PX, placeCard } from './place';
import type { Point } from './place';

const LEAVE_MS = 300;
/** An open card of an extension that was updated meanwhile goes by itself. */
const PULSE_MS = 1_000;

export interface OpenHow {
  /** Stays until it is closed, not until the pointer leaves. */
  readonly isPinned: boolean;
  readonly hasFocus: boolean;
  readonly point: Point | null;
}

export interface CardControl {
  /** It may be opened in a moment: draws it where nobody sees it, which is most of the work. */
  prepare(mention: Mention): void;
  open(mention: Mention, how: OpenHow): void;
  /** Closes soon, unless the pointer comes back. */
  leave(): void;
  stay(): void;
  close(): void;
  /** The mention whose card is open. */
  openAt(): Mention | null;
  isPinned(): boolean;
  /** Scrolls to a mention and opens its card, with focus in it where `hasFocus`. */
  goTo(mention: Mention, hasFocus: boolean): void;
  /** The mention before or after the one last shown, of all that can be seen. */
  step(by: 1 | -1): void;
  /** Mentions, cards or settings are new: draws what stands, closes what is gone. */
  renew(mentions: readonly Mention[], settings: PageSettings): void;
  /** Says once what the page holds, to those who asked for it: when it is read to its end, not before. */
  announcePage(): void;
  isOurs(node: Node): boolean;
}

export interface CardParts {
  readonly doc: Document;
  /** Signs the host, see remains.ts. */
  readonly stem: string;
  readonly lifetime: Lifetime;
  readonly say: Say;
  readonly css: string;
  readonly draw: Draw;
  readonly onRecord: (claim: string) => void;
  readonly onReport: (report: CardReport) => void;
  /** The page keeps taking the card away: none is shown on it any more. */
  readonly onGivenUp: () => void;
}

interface Shown {
  readonly mention: Mention;
  readonly group: readonly Mention[];
  readonly selected: number;
  readonly how: OpenHow;
}

export function makeCardControl({
  doc,
  stem,
  lifetime,
  say,
  css,
  draw,
  onRecord,
  onReport,
  onGivenUp,
}: CardParts): CardControl {
  const { signal } = lifetime;
  let mentions: readonly Mention[] = [];
  let settings: PageSettings | null = null;
  let shown: Shown | null = null;
  let last: Mention | null = null;
  let metadata: PageMetadata | null = null;
  let host: Host | null = null;
  let focusBefore: Element | null = null;
  let announcement = '';
  let isPageAnnounced = false;
  let isGivenUp = false;
  let cancelLeave = (): void => undefined;
  let cancelPulse = (): void => undefined;

  const seen = (): readonly Mention[] => mentions.filter(isShown);

  function hostNow(): Host {
    if (host !== null) return host;
    host = openHost({ doc, stem, signal, css, onGivenUp: giveUp });
    const { element } = host;
    element.addEventListener('pointerenter', (event) => event.isTrusted && stay(), { signal });
    element.addEventListener('pointerleave', (event) => event.isTrusted && leave(), { signal });
    const resized = new ResizeObserver(() => void place());
    resized.observe(element);
    signal.addEventListener('abort', () => resized.disconnect(), { once: true });
    return host;
  }

  function view(now: Shown, lang: PageSettings['language']): CardView {
    const all = seen();
    const claims = now.group.map((mention) => {
      const same = all.filter((other) => other.finding.claim === mention.finding.claim);
      const { card, finding } = mention;
      return {
        card,
        finding,
        nth: Math.max(1, same.indexOf(mention) + 1),
        of: Math.max(1, same.length),
        // Asked for with the first card: most pages never show one.
        asOf: readAsOf((metadata ??= readMetadata(doc)).date, card.statements),
        isDeniedHere: denialBeside(mention, all) !== undefined,
      };
    });
    return {
      claims,
      selected: now.selected,
      say,
      lang,
      onSelect: (selected) => show({ ...now, selected }),
      onStep: (by) => stepWithin(now, by),
      onDenial: () => goToDenial(now),
      onClose: close,
      onRecord,
      onReport: (about) => reportOn(now, about),
    };
  }

  function reportOn(now: Shown, about: CardReport['about']): void {
    const mention = now.group[now.selected] ?? now.mention;
    onReport({ about, claim: mention.finding.claim, quote: quoteOf(mention) });
  }

  function goToDenial(now: Shown): void {
    const from = now.group[now.selected];
    const denial = from === undefined ? undefined : denialBeside(from, seen());
    if (denial !== undefined) goTo(denial, host?.root.activeElement !== null);
  }

  function outline(): OutlineView | null {
    if (settings === null || !settings.screenReader || mentions.length === 0) return null;
    const all = seen();
    return {
      announcement,
      mentions: all.map((mention) => ({
        label: say('card.marker', { quote: mention.finding.quote, claim: mention.card.proposition }),
        onOpen: () => goTo(mention, true),
      })),
    };
  }

  function redraw(): void {
    const wanted = outline();
    if (settings === null || isGivenUp || (shown === null && wanted === null)) {
      if (host === null) return;
      draw(host.root, null, null);
      host.remove();
      return;
    }
    const now = hostNow();
    draw(now.root, shown === null ? null : view(shown, settings.language), wanted);
    now.show();
    cancelPulse();
    pulse();
  }

  function pulse(): void {
    cancelPulse = after(PULSE_MS, signal, () => {
      if (lifetime.isOn() && host?.element.isConnected === true) pulse();
    });
  }

  async function place(): Promise<void> {
    const card = host?.root.querySelector('dialog') ?? null;
    if (shown === null || host === null || card === null) return;
    const inset = await placeCard(host.element, card, liveRange(doc, shown.mention), shown.how.point);
    if (inset !== null) host.moveTo(inset);
  }

  function show(next: Shown): void {
    shown = next;
    last = next.mention;
    redraw();
    void place();
    if (next.how.hasFocus) host?.root.querySelector('dialog')?.focus({ preventScroll: true });
  }

  const canOpen = (mention: Mention): boolean =>
    !signal.aborted && !isGivenUp && settings !== null && isStanding(doc, mention);

  function shownAt(mention: Mention, how: OpenHow): Shown {
    const group = overlapping(mention, mentions);
    const unlike = group.filter(
      (one, i) => group.findIndex((other) => other.finding.claim === one.finding.claim) === i,
    );
    return { mention, group: unlike, selected: 0, how };
  }

  function prepare(mention: Mention): void {
    // What stands in the page is seen.
    if (!canOpen(mention) || settings === null || host?.element.isConnected === true) return;
    const next = shownAt(mention, { isPinned: false, hasFocus: false, point: null });
    draw(hostNow().root, view(next, settings.language), null);
  }

  function open(mention: Mention, how: OpenHow): void {
    if (!canOpen(mention)) return;
    cancelLeave();
    if (shown === null) focusBefore = doc.activeElement;
    show(shownAt(mention, how));
  }

  function close(): void {
    if (shown === null) return;
    const hadFocus = host !== null && host.root.activeElement !== null;
    forget();
    redraw();
    if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
  }

  function forget(): void {
    cancelLeave();
    shown = null;
  }

  function giveUp(): void {
    isGivenUp = true;
    forget();
    onGivenUp();
  }

  function stay(): void {
    cancelLeave();
  }

  function leave(): void {
    if (shown === null || shown.how.isPinned) return;
    cancelLeave();
    cancelLeave = after(LEAVE_MS, signal, () => {
      // A reader who has tabbed into it is reading it.
      if (host?.root.activeElement === null) close();
    });
  }

  function goTo(mention: Mention, hasFocus: boolean): void {
    mention.place.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const rect = liveRange(doc, mention).getBoundingClientRect();
    const view = doc.defaultView;
    if (view !== null && (rect.top < 0 || rect.bottom > view.innerHeight)) {
      view.scrollBy({ top: rect.top - view.innerHeight / 3, behavior: 'instant' });
    }
    if (hasFocus && settings?.screenReader === true) announceAt(mention);
    open(mention, { isPinned: true, hasFocus, point: null });
  }

  function announcePage(): void {
    const all = settings?.screenReader === true && !isPageAnnounced ? seen() : [];
    if (all.length === 0) return;
    isPageAnnounced = true;
    announcement = sayFound(say, new Set(all.map((mention) => mention.finding.claim)).size, all.length);
    redraw();
  }

  /** Where in the page the reader was taken; the card itself says the rest. */
  function announceAt(mention: Mention): void {
    const all = seen();
    announcement = say('card.at', { nth: all.indexOf(mention) + 1, of: all.length, quote: mention.finding.quote });
  }

  function stepIn(list: readonly Mention[], from: Mention | null, by: 1 | -1): Mention | undefined {
    const at = from === null ? -1 : list.indexOf(from);
    if (at < 0) return by === 1 ? list[0] : list.at(-1);
    return list[(at + by + list.length) % list.length];
  }

  function stepWithin(now: Shown, by: 1 | -1): void {
    const claim = now.group[now.selected]?.finding.claim;
    const list = seen().filter((mention) => mention.finding.claim === claim);
    const next = stepIn(list, now.group[now.selected] ?? null, by);
    if (next !== undefined) goTo(next, host?.root.activeElement !== null);
  }

  function step(by: 1 | -1): void {
    const next = stepIn(seen(), last, by);
    if (next !== undefined) goTo(next, true);
  }

  function renew(next: readonly Mention[], nextSettings: PageSettings): void {
    metadata = null;
    mentions = next;
    settings = nextSettings;
    const same = (old: Mention): Mention | undefined =>
      next.find(
        (one) =>
          one.finding.claim === old.finding.claim &&
          one.place.startContainer === old.place.startContainer &&
          one.place.startOffset === old.place.startOffset,
      );
    last = last === null ? null : (same(last) ?? null);
    if (shown === null) {
      redraw();
      return;
    }
    const group = shown.group.map(same).filter((mention) => mention !== undefined);
    const mention = same(shown.mention) ?? group[0];
    if (mention === undefined) close();
    else
      show({
        ...shown,
        mention,
        group,
        selected: Math.min(shown.selected, group.length - 1),
        how: { ...shown.how, hasFocus: false },
      });
  }

  function follow(): void {
    const words = shown;
    const view = doc.defaultView;
    if (words === null || view === null) return;
    const rect = liveRange(doc, words.mention).getBoundingClientRect();
    const isGone = rect.bottom < 0 || rect.top > view.innerHeight;
    if (isGone && view.innerWidth >= NARROW_PX) close();
    else void place();
  }
  const options = { signal, passive: true, capture: true };
  doc.addEventListener('scroll', follow, options);
  doc.defaultView?.addEventListener('resize', follow, options);

  return {
    prepare,
    open,
    leave,
    stay,
    close,
    goTo,
    step,
    renew,
    announcePage,
    openAt: () => shown?.mention ?? null,
    isPinned: () => shown?.how.isPinned === true,
    isOurs: (node) => host !== null && node === host.element,
  };
}
