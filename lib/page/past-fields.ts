/**
 * Questions to elements and documents that their fields cannot answer wrongly: in it a field named like one of the DOM's properties hides
 * that property, so that `<input name="closest">` stands where the form's own `closest` was.
 */

const past = (node: Node, name: 'childNodes' | 'textContent' | 'parentNode' | 'lastChild'): unknown =>
  Object.getOwnPropertyDescriptor(Node.prototype, name)?.get?.call(node);

export const closestOf = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

export const matchesOf = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

export const containsOf = (node: Node, other: Node): boolean => Node.prototype.contains.call(node, other);

export function textOf(node: Node): string {
  const text: unknown = node.textContent;
  return String(typeof text === 'object' && text !== null ? past(node, 'textContent') : (text ?? ''));
}

export function childrenOf(node: Node): NodeListOf<ChildNode> {
  const { childNodes } = node;
  return childNodes instanceof NodeList ? childNodes : (past(node, 'childNodes') as NodeListOf<ChildNode>); // Its own type.
}

export const parentOf = (node: Node): Node | null => past(node, 'parentNode') as Node | null; // Its own type.

/** The last of all below it, or the node itself. */
export function lastIn(node: Node): Node {
  let last = node;
  for (let next: unknown = last; next instanceof Node; next = past(last, 'lastChild')) last = next;
  return last;
}

/** The parent, or of a shadow root the element that has it. */
export const outerOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : parentOf(node));

/** All texts below it, in their order. */
export const textsOf = (doc: Document, node: Node): TreeWalker =>
  Document.prototype.createTreeWalker.call(doc, node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);

/** None of what is no element and no shadow root. */
export const allBelow = (node: Node, selector: string): ArrayLike<Element> & Iterable<Element> =>
  node instanceof Element
    ? Element.prototype.querySelectorAll.call(node, selector)
    : node instanceof ShadowRoot
      ? node.querySelectorAll(selector)
      : [];

/** Elements of that name, looked for as they are asked for; an image or a form can stand where a document's own properties were. */
export const allNamed = (doc: Document, name: string): HTMLCollectionOf<Element> =>
  Document.prototype.getElementsByTagName.call(doc, name);

/** The open root; a form has none, whatever its fields are called. */
export function rootOf(element: Element): ShadowRoot | null {
  const { shadowRoot } = element;
  return shadowRoot instanceof ShadowRoot ? shadowRoot : null;
}
