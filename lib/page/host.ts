/**
 * Host: the one element that we ever add to a page, and only while a card is shown (or, for readers who asked for it,
 * while the page has marks). A plain `div` with a closed root, in the top layer, below the root element and not in the
 * body. A page that takes it away, covers or bends it gets it back three times in five seconds; then we give up.
 */
import { topmost } from './host-place';
import { guardFromFakes, isSound, zoomOf } from './host-guard';
import { after } from './lifetime';
import { signOf } from './remains';

const XHTML = 'http://www.w3.org/1999/xhtml';
const MOST_RETURNS = 3;
const RETURNS_WITHIN_MS = 5_000;

/** `important` and inline, so that no rule of the page outranks it. */
const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: 'auto',
  height: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'transparent',
  overflow: 'visible',
  'z-index': '2147483647',
};

export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts it where it can be seen and used now: into a modal dialog or what fills the screen, else below the root. */
  show(): void;
  /** To a place in the window, as CSS gives `inset`. */
  moveTo(inset: string): void;
  remove(): void;
}

export interface Hosted {
  readonly doc: Document;
  readonly stem: string;
  readonly signal: AbortSignal;
  readonly css: string;
  /** The page keeps taking it away; it will not come back. */
  readonly onGivenUp: () => void;
}

export function openHost({ doc, stem, signal, css, onGivenUp }: Hosted): Host {
  const element = doc.createElementNS(XHTML, 'div') as HTMLElement;
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(signOf(stem) + css);
  root.adoptedStyleSheets = [sheet];
  guardFromFakes(root);

  let isWanted = false;
  let isGivenUp = false;
  let returns = 0;
  let inset = HOST_STYLE['inset'] ?? '';
  let ownStyle = '';
  let listening = new AbortController();

  function dress(): void {
    element.hidden = element.inert = false;
    element.popover = 'manual';
    element.style.cssText = '';
    for (const [property, value] of Object.entries(HOST_STYLE)) element.style.setProperty(property, value, 'important');
    moveTo(inset);
  }

  function moveTo(next: string): void {
    inset = next;
    element.style.setProperty('inset', inset, 'important');
    ownStyle = element.getAttribute('style') ?? '';
  }

  const wantedParent = (): Element | null => topmost(doc) ?? doc.documentElement;
  const stands = (): boolean =>
    element.parentNode === wantedParent() && element.matches(':popover-open') && isSound(element, ownStyle);

  /** Above whatever was opened before, as a card that has just come; what had the focus in it keeps that. */
  function place(): void {
    const parent = wantedParent();
    if (parent === null) return;
    const focused = root.activeElement;
    element.remove();
    parent.append(element);
    // Of its own size whatever the page enlarges: places in the window are asked and given in the window's pixels.
    element.style.setProperty('zoom', String(1 / zoomOf(parent)), 'important');
    ownStyle = element.getAttribute('style') ?? '';
    element.showPopover();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    observer.disconnect();
    observer.observe(parent, { childList: true });
    observer.observe(element, { attributes: true });
  }

  function comeBack(): void {
    if (returns >= MOST_RETURNS) {
      isGivenUp = true;
      remove();
      onGivenUp();
      return;
    }
    returns++;
    after(RETURNS_WITHIN_MS, signal, () => {
      returns--;
    });
    dress();
    place();
  }

  const check = (): void => {
    if (isWanted && !signal.aborted && !stands()) comeBack();
  };
  const observer = new MutationObserver(check);
  element.addEventListener('toggle', check, { signal });

  /** Something of the page's came into the top layer, or left it: a dialog or a full screen takes the card with it. */
  function onTopLayer({ target }: Event): void {
    if (target === element || !isWanted || signal.aborted) return;
    if (element.parentNode !== wantedParent()) place();
    else if (target instanceof Element && covers(target, element)) comeBack();
  }

  /** Anew with each card, since `document.open` throws listeners away. */
  function listen(): void {
    listening.abort();
    listening = new AbortController();
    const options = { signal: listening.signal, capture: true };
    doc.addEventListener('fullscreenchange', onTopLayer, options);
    doc.addEventListener('toggle', onTopLayer, options);
  }

  function remove(): void {
    isWanted = false;
    listening.abort();
    observer.disconnect();
    element.remove();
  }
  signal.addEventListener('abort', remove, { once: true });

  function show(): void {
    if (signal.aborted || isGivenUp) return;
    if (isWanted && stands()) return;
    isWanted = true;
    dress();
    place();
    listen();
  }

  return { element, root, show, moveTo, remove };
}

/** `other` lies in the top layer, and so above what was there before it. */
function covers(other: Element, element: Element): boolean {
  if (!other.matches(':popover-open, :modal')) return false;
  const a = other.getBoundingClientRect();
  const b = element.getBoundingClientRect();
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
