/**
 * The sentinel's work: asks the gate once about the page's text, then about added text only, until it matches or the
 * lifetime ends. Leaves no node, message or attribute; its observer and timers are invisible to the page.
 * Cost bounds itself: after each look it rests fifty times as long as the look took.
 */
import type { Gate } from '../engine/gate/gate';
import { after } from './lifetime';
import type { Lifetime } from './lifetime';
import { isReadable, isSmallFrame } from './frame-worth';
import { openRoots, pageTexts } from './page-text';

const LEAST_TEXT = 200;
const LEAST_REST_MS = 200;
const REST_FACTOR = 50;
const SLICE_MS = 4;
/** More added nodes than this between two looks: read the whole page once instead. */
const MOST_QUEUED = 2_000;
/** Components often grow their shadow roots after the page has loaded. */
const SECOND_LOOK_MS = 3_000;
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

const isRead = (parent: Element | null): boolean =>
  parent === null || (parent.closest(ASIDE) === null && !(parent instanceof HTMLElement && parent.isContentEditable));

export function watch({ doc, gate, lifetime, onMatch }: Watched): void {
  const view = doc.defaultView;
  if (view === null || !isReadable(doc)) return;
  const { signal } = lifetime;
  const queue = new Set<Node>();
  const roots = new Set<Node>();
  let isWhole = true;
  let isWaiting = false;
  let isWorking = false;
  let restMs = LEAST_REST_MS;
  /** The last characters read while fewer than `LEAST_TEXT` were seen, or of the last look: a word may go on. */
  let tail = '';
  let seen = 0;
  let heard = new AbortController();

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.target === doc && record.addedNodes.length > 0) {
        // `document.open` drops listeners on window and document; this observer survives it.
        isWhole = true;
        listen();
      }
      if (isWhole) continue;
      if (record.type === 'characterData') queue.add(record.target);
      for (const node of record.addedNodes) queue.add(node);
      if (queue.size > MOST_QUEUED) isWhole = true;
    }
    soon();
  });

  const finish = (): void => {
    observer.disconnect();
    heard.abort();
    queue.clear();
    roots.clear();
  };
  signal.addEventListener('abort', finish, { once: true });

  function listen(): void {
    heard.abort();
    heard = new AbortController();
    const options = { signal: heard.signal, passive: true };
    doc.addEventListener('visibilitychange', soon, options);
    doc.addEventListener('prerenderingchange', soon, options);
    if (view !== view?.top) view?.addEventListener('resize', soon, options);
  }

  function soon(): void {
    if (isWaiting || signal.aborted) return;
    isWaiting = true;
    after(restMs, signal, () => {
      isWaiting = false;
      void look();
    });
  }

  /** True where there is nothing to do now; the next event asks again. */
  const isAsleep = (): boolean =>
    (doc as Document & { readonly prerendering?: boolean }).prerendering === true ||
    (doc.hidden && seen > 0) ||
    (view !== null && isSmallFrame(view));

  function passes(text: string): boolean {
    const whole = tail + text;
    seen += text.length;
    tail = whole.slice(seen < LEAST_TEXT ? -LEAST_TEXT : -CARRY);
    return seen >= LEAST_TEXT && gate.test(whole);
  }

  async function look(): Promise<void> {
    if (isWorking || isAsleep() || !lifetime.isOn()) return;
    isWorking = true;
    let workMs = 0;
    let start = performance.now();
    for (const [text, from] of newTexts()) {
      if (text !== '' && passes(text) && !isAside(from)) {
        lifetime.end();
        onMatch();
        return;
      }
      const spent = performance.now() - start;
      if (spent < SLICE_MS) continue;
      workMs += spent;
      await new Promise<void>((resolve) => after(0, signal, resolve));
      start = performance.now();
    }
    workMs += performance.now() - start;
    restMs = Math.max(LEAST_REST_MS, workMs * REST_FACTOR);
    isWorking = false;
    if (queue.size > 0 || isWhole) soon();
  }

  /** A shop's list of countries, a script's data: anchors there, and nowhere else, are no passage to read. */
  function isAside(from: Element | null): boolean {
    if (from === null) return false;
    const parts = [...from.querySelectorAll(ASIDE)].map((part) => part.textContent ?? '');
    return parts.length > 0 && gate.isOnlyIn(from.textContent ?? '', parts);
  }

  /** Each text with the element that it is all or part of, where that can be asked further. An empty one is a pause. */
  function* newTexts(): Generator<readonly [text: string, from: Element | null], void, undefined> {
    const nodes = isWhole ? [doc.documentElement] : [...queue];
    if (isWhole) {
      seen = 0;
      tail = '';
      yield [`${doc.title} `, null];
    }
    isWhole = false;
    queue.clear();
    for (const node of nodes) {
      if (!(node instanceof Element)) {
        if (node instanceof Text && isRead(node.parentElement)) yield [node.data, null];
        continue;
      }
      if (node instanceof HTMLElement && node.isContentEditable) continue;
      const from = node === doc.documentElement ? (doc.body ?? node) : node;
      if (from.matches(ASIDE)) continue;
      for (const text of pageTexts(from)) yield [text, from];
      yield* rootTexts(node);
    }
  }

  function* rootTexts(element: Element): Generator<readonly [string, null], void, undefined> {
    if (element.shadowRoot !== null) yield [rootText(element.shadowRoot), null];
    for (const root of openRoots(element)) yield [root === null ? '' : rootText(root), null];
  }

  function rootText(root: ShadowRoot): string {
    if (!roots.has(root)) observer.observe(root, OBSERVED);
    roots.add(root);
    return `${root.textContent ?? ''} `;
  }

  observer.observe(doc, OBSERVED);
  listen();
  void look();
  after(SECOND_LOOK_MS, signal, () => {
    const late = [...openRoots(doc)].filter((root) => root !== null && !roots.has(root));
    for (const root of late) if (root !== null) queue.add(root.host);
    if (late.length > 0) soon();
  });
}
