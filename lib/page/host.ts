/**
 * Host: the one element that we ever add to a page, and only while a card is shown (or, for readers who asked for it,
 * while the page has marks). A plain `div` with a closed root, in the top layer, below the root element and not in the
 * body. A page that takes it away gets it back three times in five seconds; then we give up.
 */
import { after } from './lifetime';

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
  remove(): void;
}

export interface Hosted {
  readonly doc: Document;
  readonly signal: AbortSignal;
  readonly css: string;
  /** The page keeps taking it away. */
  readonly onGivenUp: () => void;
}

export function openHost({ doc, signal, css, onGivenUp }: Hosted): Host {
  const element = doc.createElementNS(XHTML, 'div') as HTMLElement;
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  element.popover = 'manual';
  for (const [property, value] of Object.entries(HOST_STYLE)) element.style.setProperty(property, value, 'important');
  guardFromFakes(root);

  let isWanted = false;
  let returns = 0;
  const place = (): void => {
    const parent = topmost(doc) ?? doc.documentElement;
    if (element.parentNode !== parent) parent.append(element);
    if (!element.matches(':popover-open')) element.showPopover();
  };
  const comeBack = (): void => {
    if (!isWanted || signal.aborted) return;
    if (element.isConnected && element.matches(':popover-open')) return;
    if (returns >= MOST_RETURNS) {
      remove();
      onGivenUp();
      return;
    }
    returns++;
    after(RETURNS_WITHIN_MS, signal, () => {
      returns--;
    });
    place();
  };
  const observer = new MutationObserver(comeBack);
  element.addEventListener('toggle', comeBack, { signal });

  function remove(): void {
    isWanted = false;
    observer.disconnect();
    element.remove();
  }
  signal.addEventListener('abort', remove, { once: true });

  function show(): void {
    if (signal.aborted) return;
    isWanted = true;
    place();
    observer.disconnect();
    observer.observe(element.parentNode ?? doc, { childList: true });
  }
  // What fills the screen, or no longer does, takes the card with it.
  doc.addEventListener('fullscreenchange', () => isWanted && show(), { signal });

  return { element, root, show, remove };
}

/** They show nothing of what is put into them. */
const CHILDLESS: ReadonlySet<string> = new Set(['video', 'audio', 'canvas', 'iframe', 'img', 'object', 'embed', 'svg']);

/** Outside the topmost modal dialog, or of what fills the screen, everything is inert, the top layer included. */
const topmost = (doc: Document): Element | null =>
  [...doc.querySelectorAll(':modal')]
    .filter(({ localName, shadowRoot }) => shadowRoot === null && !CHILDLESS.has(localName))
    .at(-1) ?? null;

/** Scripted events never act, and the page's own shortcuts do not hear what is typed in a card. */
function guardFromFakes(root: ShadowRoot): void {
  const types = ['click', 'keydown', 'keyup', 'keypress', 'pointerdown', 'pointerup', 'mousedown', 'mouseup'];
  for (const type of types) {
    root.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) return;
        event.stopImmediatePropagation();
        event.preventDefault();
      },
      { capture: true },
    );
    root.addEventListener(type, (event) => event.stopPropagation());
  }
}
