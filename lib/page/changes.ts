/**
 * Changes: tells when the page's text may have changed, at most once a rest, and never for what we did ourselves, and
 * notes where, so that a pass need not look anywhere else.
 * The rest grows with what a pass cost, so that a page that never stands still costs two per cent at most.
 * Observes `document`, since `document.open` throws away the root element and every listener, but not this.
 */
import { EDITOR_ROLES } from './blocks';
import type { Noted } from './fresh';
import { after } from './lifetime';
import { lastIn } from './past-fields';

const LEAST_REST_MS = 250;
const MOST_REST_MS = 10_000;
const REST_FACTOR = 50;
/** More is not noted: it counts as if everything had changed. */
const MOST_NOTED = 5_000;
const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['hidden', 'contenteditable', 'role', 'lang'],
  attributeOldValue: true,
};

export interface Changes {
  /** What was noted since it was last asked; null where that was too much. */
  take(): Noted | null;
  /** An open shadow root, in which changes count from now on. */
  watch(root: ShadowRoot): void;
  /** What the last pass cost, and after which time another one is due even if nothing changes, or null. */
  settle(workMs: number, dueMs: number | null): void;
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
  let cancelDue = (): void => undefined;
  let noted = nothingNoted();
  let isTooMuch = false;

  const observer = new MutationObserver((records) => {
    if (note(records)) soon();
  });

  /** Whether any of them is of interest. */
  function note(records: readonly MutationRecord[]): boolean {
    if (records.some((record) => record.target === doc && record.addedNodes.length > 0)) onNewRoot();
    const others = records.filter((record) => !isOwnRecord(record) && matters(record));
    if (!isTooMuch) for (const record of others) noteRecord(record, noted);
    if (noted.fresh.size + noted.parents.size + noted.seams.size > MOST_NOTED) {
      isTooMuch = true;
      noted = nothingNoted();
    }
    return others.length > 0;
  }

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
    take() {
      note(observer.takeRecords());
      const taken = isTooMuch ? null : noted;
      noted = nothingNoted();
      isTooMuch = false;
      return taken;
    },
    watch(root) {
      if (observed.has(root)) return;
      observed.add(root);
      observer.observe(root, OBSERVED);
    },
    settle(workMs, dueMs) {
      restMs = Math.min(MOST_REST_MS, Math.max(LEAST_REST_MS, workMs * REST_FACTOR));
      cancelDue();
      if (dueMs !== null) cancelDue = after(dueMs, signal, soon);
    },
  };
}

const nothingNoted = (): Noted => ({ fresh: new Set(), parents: new Set(), seams: new Set() });

/** An attribute can be set to what it was, and most roles are none that we ask for. */
function matters({ type, target, attributeName, oldValue }: MutationRecord): boolean {
  if (type !== 'attributes' || attributeName === null) return true;
  const value = Element.prototype.getAttribute.call(target, attributeName);
  if (attributeName === 'role') return EDITOR_ROLES.has(value ?? '') !== EDITOR_ROLES.has(oldValue ?? '');
  return value === null || (attributeName === 'hidden' ? oldValue === null : value !== oldValue);
}

function noteRecord(record: MutationRecord, { fresh, parents, seams }: Noted): void {
  const { type, target, addedNodes, removedNodes, previousSibling } = record;
  if (type !== 'childList') {
    fresh.add(target);
    return;
  }
  parents.add(target);
  for (const node of addedNodes) fresh.add(node);
  if (removedNodes.length > 0) seams.add(previousSibling === null ? target : lastIn(previousSibling));
}
