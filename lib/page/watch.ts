/**
 * The sentinel's work: asks the gate once about the page's text, then about added text only, until it matches or the
 * lifetime ends. Leaves no node, message or attribute; its observer and timers are invisible to the page.
 * A page without a match costs one read of its text and one search; after each look it rests fifty times as long as
 * the look took.
 */
import type { Gate } from '../engine/gate/gate';
import type { Lifetime } from './lifetime';
import { isReadable, isSmallFrame } from './frame-worth';
import { openRoots, pageTexts, pieces } from './page-text';
import type { Piece } from './page-text';
import { closestOf } from './past-fields';

const LEAST_TEXT = 200;
const LEAST_REST_MS = 200;
const REST_FACTOR = 50;
const SLICE_MS = 4;
/** More added nodes than this between two looks: read the whole page once instead. */
const MOST_QUEUED = 2_000;
/** Components grow their shadow roots while and after the page loads; to look for them costs as much as to read it. */
const ROOTS_AFTER_MS = 1_500;
const ROOTS_AGAIN_MS = 4_000;
/** Longer than any anchor: a word may go on in the next text. */
const CARRY = 60;
/** What is never read, of all that `textContent` gives. */
const ASIDE = 'script,style,noscript,select,datalist,textarea';
const OBSERVED: MutationObserverInit = { childList: true, characterData: true, subtree: true };

export interface Watched {
  readonly doc: Document;
  readonly gate: Gate;
  readonly lifetime: Lifetime;
  /** Called once at most. */
  readonly onMatch: () => void;
}

const isTyped = (node: Node | null): boolean => node instanceof HTMLElement && node.isContentEditable === true;

export function watch({ doc, gate, lifetime, onMatch }: Watched): void {
  const view = doc.defaultView;
  if (view === null || !isReadable(doc)) return;
  const { signal } = lifetime;
  const queue = new Set<Node>();
  const roots = new WeakSet<Node>();
  let isWhole = true;
  let areRootsDue = false;
  let isWaiting = false;
  let isWorking = false;
  let restMs = LEAST_REST_MS;
  /** The end of what was read: a word may go on, and while the page is short, all of it counts. */
  let tail = '';
  let seen = 0;
  /** An element in which only what is never read holds anchors. */
  let clean: Element | null = null;

  const observer = new MutationObserver((records) => {
    for (const { target, type, addedNodes } of records) {
      if (target === doc && addedNodes.length > 0) {
        // `document.open` drops listeners on window and document; this observer survives it.
        isWhole = true;
        listen();
      }
      if (type === 'characterData') queue.add(target);
      for (const node of addedNodes) queue.add(node);
    }
    if (queue.size > MOST_QUEUED) isWhole = areRootsDue = true;
    if (isWhole) queue.clear();
    soon();
  });

  signal.addEventListener('abort', () => observer.disconnect());

  /** To listen twice is to listen once. */
  function listen(): void {
    for (const event of ['visibilitychange', 'prerenderingchange']) doc.addEventListener(event, soon, { signal });
    if (view !== view?.top) view?.addEventListener('resize', soon, { signal });
  }

  /** A timer that outlives the lifetime does nothing. */
  const after = (delay: number, run: () => void): void => {
    setTimeout(() => signal.aborted || run(), delay);
  };

  function soon(): void {
    if (isWaiting || isAsleep()) return;
    isWaiting = true;
    after(restMs, () => {
      isWaiting = false;
      void look();
    });
  }

  /** In a tab behind others the first look tells its badge, and what changes there is looked at once it is shown. */
  const isAsleep = (): boolean =>
    (doc.hidden && seen > 0) ||
    (doc as { prerendering?: boolean }).prerendering === true ||
    (view !== null && isSmallFrame(view));

  async function look(): Promise<void> {
    if (isWorking || isAsleep() || !lifetime.isOn()) return;
    isWorking = true;
    let workMs = 0;
    let start = performance.now();
    for (const piece of newPieces()) {
      if (passes(piece)) {
        lifetime.end();
        onMatch();
        return;
      }
      const spent = performance.now() - start;
      if (spent < SLICE_MS) continue;
      workMs += spent;
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return;
      start = performance.now();
    }
    workMs += performance.now() - start;
    restMs = Math.max(LEAST_REST_MS, workMs * REST_FACTOR);
    isWorking = false;
    if (queue.size > 0 || isWhole) soon();
  }

  function passes([text, from]: Piece): boolean {
    let whole = tail + text;
    seen += text.length;
    const isLong = seen >= LEAST_TEXT;
    let isMatch = isLong && from !== clean && gate.test(whole);
    if (isMatch && from !== undefined) {
      whole = tail + withoutAsides(from);
      isMatch = [...pieces(whole)].some((piece) => gate.test(piece));
      clean = from;
    }
    tail = whole.slice(isLong ? -CARRY : -LEAST_TEXT);
    return isMatch;
  }

  function* newPieces(): Generator<Piece, void, undefined> {
    const nodes = isWhole ? [doc.body ?? doc.documentElement] : [...queue];
    if (isWhole) {
      seen = 0;
      tail = '';
      yield [`${doc.title} `];
    }
    isWhole = false;
    clean = null;
    queue.clear();
    for (const node of nodes) {
      const parent = node instanceof Element ? node : node.parentElement;
      if (isTyped(parent) || (parent !== null && closestOf(parent, ASIDE) !== null)) continue;
      if (node instanceof Text) yield [node.data];
      if (!(node instanceof Element)) continue;
      yield* pageTexts(node);
      if (node !== doc.body) yield* rootTexts(node);
    }
    if (!areRootsDue) return;
    areRootsDue = false;
    yield* rootTexts(doc.documentElement);
  }

  function* rootTexts(element: Element): Generator<Piece, void, undefined> {
    for (const root of openRoots(element)) {
      if (root !== null && !roots.has(root)) {
        roots.add(root);
        observer.observe(root, OBSERVED);
        yield [`${root.textContent} `];
      } else yield [''];
    }
  }

  observer.observe(doc, OBSERVED);
  listen();
  void look();
  // Hosts in what was there from the start: no search finds them natively.
  for (const delay of [ROOTS_AFTER_MS, ROOTS_AGAIN_MS]) {
    after(delay, () => {
      areRootsDue = true;
      soon();
    });
  }
}

/** A shop's list of countries, a script's data: anchors there, and nowhere else, are no passage to read. */
function withoutAsides(from: Element): string {
  const text = from.textContent ?? '';
  let rest = '';
  let at = 0;
  for (const part of from.querySelectorAll(ASIDE)) {
    const words = part.textContent ?? '';
    const start = text.indexOf(words, at);
    if (start === -1) continue;
    rest += text.slice(at, start);
    at = start + words.length;
  }
  return rest + text.slice(at);
}
