/**
 * The sentinel's work: asks the gate once about the page's text, then about added text only, until it matches or the
 * lifetime ends. Leaves no node, message or attribute; its observer and timers are invisible to the page.
 * A page without a match costs one read of its text and one search; after that it rests a hundred times as long as it
 * looked.
 */
import type { Gate } from '../engine/gate/gate';
import type { Lifetime } from './lifetime';
import { isReadable, isSmallFrame } from './frame-worth';
import { pageTexts } from './page-text';
import type { Piece } from './page-text';
import { allBelow, closestOf, rootOf, textOf } from './past-fields';

/** Of a page; longer than any anchor, too. */
const LEAST_TEXT = 200;
const LEAST_REST_MS = 200;
const REST_FACTOR = 100;
const SLICE_MS = 4;
/** What is never read, of all that `textContent` gives: what no reader sees as text, and what a person types. */
const ASIDE = 'script,style,noscript,option,textarea,[contenteditable]:not([contenteditable=false])';
const OBSERVED: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** What the observer tells, or a node whose text is all new. */
type Change = MutationRecord | { readonly type?: undefined; readonly target: Node; readonly addedNodes?: undefined };

export interface Watched {
  readonly doc: Document;
  readonly gate: Gate;
  readonly lifetime: Lifetime;
  /** Called once at most. */
  readonly onMatch: () => void;
}

export function watch({ doc, gate, lifetime, onMatch }: Watched): void {
  const view = doc.defaultView;
  if (view === null || !isReadable(doc)) return;
  const { signal } = lifetime;
  /** As if all of the page had just come. */
  const allNew = (): (readonly Change[])[] => [[{ target: doc.body ?? doc.documentElement }]];
  /** What came since the last look, as it was told: to keep a record costs less than to read it. */
  let changes = allNew();
  let roots = new WeakSet<Node>();
  let areRootsDue = false;
  let isBusy = true;
  let workMs = 0;
  let seen = 0;
  /** The end of what was read: a word may go on, and while the page is short, all of it counts. */
  let tail = `${doc.title} `;

  const observer = new MutationObserver((records) => {
    changes.push(records);
    soon();
  });

  function soon(): void {
    if (isBusy || isAsleep()) return;
    isBusy = true;
    setTimeout(() => void look(), Math.max(LEAST_REST_MS, workMs * REST_FACTOR));
  }

  /**
   * In a tab behind others the first look tells its badge. What changes there later is not kept, since that may be hours
   * of a chat: once the tab is shown all is new. Whoever sleeps listens for what may wake it, anew each time, since
   * `document.open` drops listeners.
   */
  const isAsleep = (): boolean => {
    const { hidden, prerendering } = doc as Document & { readonly prerendering?: boolean };
    if (!prerendering && !(hidden && seen) && !isSmallFrame(view)) return false;
    changes = allNew();
    roots = new WeakSet();
    areRootsDue = true;
    // On the way down to where it happens: some of these do not come up again.
    for (const event of ['visibilitychange', 'prerenderingchange', 'resize'])
      view.addEventListener(event, soon, { capture: true, once: true, signal });
    return true;
  };

  /** Reads what is queued, in slices. */
  async function look(): Promise<void> {
    if (!lifetime.isOn()) return;
    const begin = performance.now();
    let start = begin;
    if (!isAsleep()) {
      for (const piece of newPieces()) {
        if (piece !== null && passes(piece)) {
          lifetime.end();
          onMatch();
          return;
        }
        if (performance.now() - start < SLICE_MS) continue;
        await new Promise((resolve) => setTimeout(resolve));
        if (signal.aborted) return;
        start = performance.now();
      }
    }
    workMs = performance.now() - begin;
    isBusy = false;
    if (changes.length) soon();
  }

  function passes([text, from]: Piece): boolean {
    let whole = tail + text;
    seen += text.length;
    let isMatch = seen >= LEAST_TEXT && gate.test(whole);
    if (isMatch) {
      whole = tail + from.map((node) => withoutAsides(node, gate)).join('');
      isMatch = gate.test(whole);
    }
    // A copy: what was only cut off would keep all of the page's text in memory.
    tail = whole.slice(-LEAST_TEXT).split('').join('');
    return isMatch;
  }

  /** Null is a pause. */
  function* newPieces(): Generator<Piece | null, void, undefined> {
    const found = new Set<Node>();
    for (const { target, type, addedNodes } of changes.splice(0).flat())
      for (const node of type === 'childList' ? addedNodes : [target]) found.add(node);
    const nodes = [...found].filter(isRead);
    yield* pageTexts(nodes);
    for (const node of nodes) if (node !== doc.body) yield* rootTexts(node);
    if (areRootsDue) yield* rootTexts(doc.documentElement);
    areRootsDue = false;
  }

  /** Open shadow roots of the node and below it, nested ones too; closed ones cannot be read and are not. */
  function* rootTexts(node: Node): Generator<Piece | null, void, undefined> {
    if (node instanceof Element) yield* rootText(node);
    for (const element of allBelow(node, '*')) yield* rootText(element);
  }

  function* rootText(element: Element): Generator<Piece | null, void, undefined> {
    yield null;
    const root = rootOf(element);
    if (root === null || roots.has(root)) return;
    roots.add(root);
    observer.observe(root, OBSERVED);
    yield [textOf(root), [root]];
    yield* rootTexts(root);
  }

  observer.observe(doc, OBSERVED);
  signal.addEventListener('abort', () => observer.disconnect());
  // The page's load event and its first frame come first, where they do not let everyone wait.
  requestIdleCallback(() => void look(), { timeout: LEAST_REST_MS });
  // Components grow their shadow roots while and after the page loads; to look for them costs as much as to read it.
  for (const delayMs of [1_500, 4_000]) {
    setTimeout(() => {
      areRootsDue = true;
      soon();
    }, delayMs);
  }
}

function isRead(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return !(element && closestOf(element, ASIDE));
}

/** A shop's list of countries, a script's data: anchors there, and nowhere else, are no passage to read. */
function withoutAsides(from: Node, gate: Gate): string {
  let text = textOf(from);
  for (const aside of allBelow(from, ASIDE)) {
    const words = textOf(aside);
    // Where the same words stand before it, they go instead of it, which is the same.
    if (gate.test(words)) text = text.replace(words, () => ' ');
  }
  return text;
}
