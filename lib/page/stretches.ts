/**
 * A tree's text in few native reads and without a wrapper a node: a stretch is a range from one element to another,
 * however they are nested. To read all of a page so costs as much as its `textContent`; to go from text to text costs
 * five to ten times that, most of it for wrappers that the next collection of garbage has to look through.
 */
import { allBelow, containsOf } from './past-fields';

/** All of the node in document order, so many elements at a time. A range keeps its place where the page changes. */
export function* stretchesOf(node: Element | ShadowRoot, mostElements: number): Generator<Range, void, undefined> {
  // Counted and found as they are asked for; an element that the page takes away meanwhile ends no stretch.
  const elements =
    node instanceof Element ? Element.prototype.getElementsByTagName.call(node, '*') : allBelow(node, '*');
  let rest = new Range();
  rest.selectNodeContents(node);
  for (let at = mostElements, next = elements[at]; next !== undefined; next = elements[(at += mostElements)]) {
    const range = rest;
    rest = range.cloneRange();
    if (containsOf(node, next)) range.setEndBefore(next);
    else range.collapse(true);
    rest.setStart(range.endContainer, range.endOffset);
    yield range;
  }
  yield rest;
}

/** What stands in the range, at least in part, in document order. */
export const foundIn = (range: Range, selector: string): readonly Element[] =>
  [...allBelow(range.commonAncestorContainer, selector)].filter((element) => range.intersectsNode(element));
