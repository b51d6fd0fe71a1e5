/**
 * Changes: tells when the page's text may have changed, at most once a rest, and never for what we did ourselves.
 * The rest grows with what a pass cost, so that a page that never stands still costs two per cent at most.
 * Observes `document`, since `document.open` throws away the root element and every listener, but not this.
 */
import { after } from './lifetime';

const LEAST_REST_MS = 250;
const MOST_REST_MS = 10_000;
const REST_FACTOR = 50;
const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['hidden', 'contenteditable', 'role'],
};

export interface Changes {
  /** What the last pass cost, and the shadow roots to observe from now on. */
  settle(workMs: number, roots: Iterable<ShadowRoot>): void;
}

export interface Changed {
  readonly doc: Document;
  readonly signal: AbortSignal;
  readonly isOurs: (node: Node) => boolean;
  readonly onChange: () => void;
  /** The document got another root element: listeners have to be set again. */
  readonly onNewRoot: () => void;
}

export function observeChanges({ doc, signal, isOurs, onChange, onNewRoot }: Changed): Changes {
  const observed = new WeakSet<Node>();
  let restMs = LEAST_REST_MS;
  let isWaiting = false;
  let isDue = false;

  const observer = new MutationObserver((records) => {
    if (records.some((record) => record.target === doc && record.addedNodes.length > 0)) onNewRoot();
    if (!records.every(isOwnRecord)) soon();
  });

  const isOwnRecord = (record: MutationRecord): boolean =>
    record.type === 'childList' && [...record.addedNodes, ...record.removedNodes].every(isOurs);

  function soon(): void {
    // A hidden page is read once it is seen.
    isDue = doc.hidden;
    if (isWaiting || isDue) return;
    isWaiting = true;
    after(restMs, signal, () => {
      isWaiting = false;
      onChange();
    });
  }

  observer.observe(doc, OBSERVED);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  const view = doc.defaultView;
  // On the window, with the observer's own re-listening: both are lost to `document.open` at worst while hidden.
  view?.addEventListener('visibilitychange', () => isDue && soon(), { signal, capture: true });

  return {
    settle(workMs, roots) {
      restMs = Math.min(MOST_REST_MS, Math.max(LEAST_REST_MS, workMs * REST_FACTOR));
      for (const root of roots) {
        if (observed.has(root)) continue;
        observed.add(root);
        observer.observe(root, OBSERVED);
      }
    },
  };
}
