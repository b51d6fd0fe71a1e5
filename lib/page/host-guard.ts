/** Keeps the host from being used by the page: as something hidden under a bait, or by events that nobody made. */

/** By these a page could hide what a person is about to click, or put it elsewhere; each with its value at rest. */
const AT_REST: Readonly<Record<string, string>> = {
  'clip-path': 'none',
  'content-visibility': 'visible',
  display: 'block',
  filter: 'none',
  'mask-image': 'none',
  'mix-blend-mode': 'normal',
  opacity: '1',
  'pointer-events': 'auto',
  position: 'fixed',
  rotate: 'none',
  scale: 'none',
  transform: 'none',
  translate: 'none',
  visibility: 'visible',
};

const LEAST_ZOOM = 0.001;

/** How much the page enlarges what is in the element, with all that is around it. */
export const zoomOf = (element: Element): number =>
  (element as { readonly currentCSSZoom?: number }).currentCSSZoom ?? 1; // Newer than the compiler's types.

/**
 * False where the page changed the host so that it is no longer what a reader sees; `ownStyle` is the style attribute
 * as we left it. Other attributes are left alone: tools that darken pages put theirs on every element.
 */
export function isSound(element: HTMLElement, ownStyle: string): boolean {
  if (element.hidden || element.inert) return false;
  if (element.getAttribute('style') === ownStyle) return true;
  if (Math.abs(zoomOf(element) - 1) > LEAST_ZOOM) return false;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  // A property that a browser does not know has no value to be wrong.
  return Object.entries(AT_REST).every(([name, value]) =>
    [value, '', undefined].includes(style?.getPropertyValue(name)),
  );
}

/** Scripted events never act, and the page's own shortcuts do not hear what is typed in a card. */
export function guardFromFakes(root: ShadowRoot): void {
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
