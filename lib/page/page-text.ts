/**
 * A page's raw text for the gate, in few native reads and without a wrapper a node: `textContent` of subtrees of
 * bearable size, in document order, in pieces of bearable length.
 */

import { childrenOf, rootOf, textOf } from './past-fields';

/** About 300,000 characters of prose; one `textContent` cannot be interrupted. */
const MOST_ELEMENTS = 6_000;
/** No search goes over more than this at once, whatever one element holds. */
export const MOST_PIECE = 300_000;

/** A text, and the element of whose text it is all or a part; an empty text is a pause. */
export type Piece = readonly [text: string, from?: Element];

export function* pageTexts(root: Element): Generator<Piece, void, undefined> {
  if (Element.prototype.getElementsByTagName.call(root, '*').length <= MOST_ELEMENTS) {
    for (const text of pieces(textOf(root))) yield [text, root];
    return;
  }
  for (const child of childrenOf(root)) {
    if (child instanceof Element) yield* pageTexts(child);
    else if (child instanceof Text) for (const text of pieces(child.data)) yield [text];
  }
}

export function* pieces(text: string): Generator<string, void, undefined> {
  for (let at = 0; at < text.length; at += MOST_PIECE) yield text.slice(at, at + MOST_PIECE);
}

/** Elements looked at before the search for shadow roots is given up. */
const MOST_HOSTS = 30_000;

/** Open shadow roots of `root` and below it, nested ones too, and null now and then, for whoever works in slices. Closed ones cannot be read and are not. */
export function* openRoots(root: Element): Generator<ShadowRoot | null, void, undefined> {
  const queue: ParentNode[] = [root];
  const own = rootOf(root);
  if (own !== null) {
    queue.push(own);
    yield own;
  }
  let seen = 0;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const elements = next.querySelectorAll('*');
    for (const element of elements) {
      if (++seen > MOST_HOSTS) return;
      if (seen % 500 === 0) yield null;
      const inner = rootOf(element);
      if (inner === null) continue;
      queue.push(inner);
      yield inner;
    }
  }
}
