/**
 * Pointer, touch, keyboard and focus to the card: opens after a rest (or with Alt held, or by click alone, as set),
 * stays while the pointer is on words or card, closes on Escape. Only events that a person made count.
 * Listeners are passive: a page's clicks and links work as if we were not there.
 */
import type { PageSettings } from '../messages/protocol';
import type { CardControl } from './card-control';
import type { Hit } from './hit';
import { after } from './lifetime';
import type { Lifetime } from './lifetime';
import type { Mention } from './mention';
import { closestOf } from './past-fields';
import type { Point } from './place';

/** A hit test asks for layout, so not at every event: at the first of a series, and then as often as this. */
const TEST_EVERY_MS = 40;
/** A pointer that has stayed on a mention for so long is no longer passing by. */
const PREPARE_MS = 80;
const FOCUSABLE_WORDS = 'a[href], button, summary, [tabindex]';

export interface PointerParts {
  readonly doc: Document;
  readonly lifetime: Lifetime;
  readonly hit: Hit;
  readonly card: CardControl;
  readonly mentions: () => readonly Mention[];
  readonly settings: () => PageSettings;
}

/** Returns what sets the listeners again, for when the page threw them away. */
export function listenToPointer({ doc, lifetime, hit, card, mentions, settings }: PointerParts): () => void {
  const { signal } = lifetime;
  let resting: Mention | null = null;
  let cancelRest = (): void => undefined;
  /** A test was made a moment ago, and what moves until `TEST_EVERY_MS` are over is tested then. */
  let isHeld = false;
  let moved: { readonly at: number; readonly isAlt: boolean } | null = null;
  let point: Point = { x: 0, y: 0 };
  let heard = new AbortController();

  const forgetRest = (): void => {
    cancelRest();
    resting = null;
  };

  /** Opens its card after `ms` here, drawn by then where there is time for it. */
  function rest(mention: Mention, ms: number): void {
    resting = mention;
    const cancelPrepare = after(PREPARE_MS, signal, () => card.prepare(mention));
    const cancelOpen = after(ms, signal, () => {
      forgetRest();
      card.open(mention, { isPinned: false, hasFocus: false, point });
    });
    cancelRest = () => {
      cancelPrepare();
      cancelOpen();
    };
  }

  /** `cameAt`: since when the pointer is where it is, by the document's clock. */
  function test(isAlt: boolean, cameAt = performance.now()): void {
    if (!lifetime.isOn()) return;
    const mention = hit.mentionAt(point.x, point.y);
    if (mention === null) {
      forgetRest();
      card.leave();
      return;
    }
    if (card.openAt() === mention) {
      forgetRest();
      card.stay();
      return;
    }
    const { openBy, restMs } = settings();
    switch (openBy) {
      case 'click':
        return;
      case 'modifier':
        if (isAlt) card.open(mention, { isPinned: false, hasFocus: false, point });
        else card.leave();
        return;
      case 'rest':
        // Another card stays while the pointer passes over words on its way to it.
        if (resting === mention || card.isPinned()) return;
        forgetRest();
        rest(mention, restMs - (performance.now() - cameAt));
    }
  }

  const isInCard = (event: Event): boolean => event.target instanceof Node && card.isOurs(event.target);

  function onMove(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch' || mentions().length === 0) return;
    if (isInCard(event)) {
      moved = null;
      forgetRest();
      card.stay();
      return;
    }
    point = { x: event.clientX, y: event.clientY };
    moved = { at: performance.now(), isAlt: event.altKey };
    if (!isHeld) testMoved();
  }

  function testMoved(): void {
    isHeld = moved !== null;
    if (moved === null) return;
    const { at, isAlt } = moved;
    moved = null;
    after(TEST_EVERY_MS, signal, testMoved);
    test(isAlt, at);
  }

  function onClick(event: MouseEvent): void {
    if (!event.isTrusted || isInCard(event) || mentions().length === 0) return;
    const isTouch = 'pointerType' in event && event.pointerType === 'touch';
    const isLink = event.target instanceof Element && closestOf(event.target, 'a[href], button') !== null;
    const mention = hit.mentionAt(event.clientX, event.clientY);
    if (mention === null) {
      if (card.isPinned()) card.close();
      return;
    }
    if ((!isTouch && settings().openBy !== 'click') || isLink) return;
    point = { x: event.clientX, y: event.clientY };
    card.open(mention, { isPinned: true, hasFocus: false, point });
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (event.key === 'Alt' && settings().openBy === 'modifier' && mentions().length > 0) test(true);
    if (event.key !== 'Escape' || card.openAt() === null) return;
    // This Escape was for the card; a dialog of the page stays open until the next.
    event.preventDefault();
    event.stopImmediatePropagation();
    forgetRest();
    card.close();
  }

  function onFocus(event: FocusEvent): void {
    const target = event.target;
    if (!event.isTrusted || !(target instanceof Element) || !target.matches(FOCUSABLE_WORDS)) return;
    if (settings().openBy !== 'rest' || card.isPinned() || !target.matches(':focus-visible')) return;
    const mention = mentions().find((one) => target.contains(one.place.startContainer));
    if (mention === undefined) card.leave();
    else card.open(mention, { isPinned: false, hasFocus: false, point: null });
  }

  function listen(): void {
    heard.abort();
    heard = new AbortController();
    const options = { signal: heard.signal, capture: true, passive: true };
    doc.addEventListener('pointermove', onMove, options);
    doc.addEventListener('click', onClick, options);
    doc.addEventListener('focusin', onFocus, options);
    // Not passive: it keeps the page's own dialogs from hearing the Escape that closes a card.
    doc.addEventListener('keydown', onKey, { signal: heard.signal, capture: true });
    doc.documentElement?.addEventListener('pointerleave', () => card.leave(), options);
  }

  signal.addEventListener('abort', () => heard.abort(), { once: true });
  listen();
  return listen;
}
