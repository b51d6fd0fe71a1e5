/**
 * A page's raw text for the gate, in few native reads and without a wrapper a node: `textContent` of subtrees of
 * bearable size, in document order, in pieces of bearable length.
 */
import { childrenOf, textOf } from './past-fields';

/** About 300,000 characters of prose; one `textContent` cannot be interrupted. */
const MOST_ELEMENTS = 6_000;
/** No search goes over more than this at once, whatever one element holds. */
const MOST_PIECE = 300_000;
/** What is shorter is searched together with what follows it: a search has its price, however short the text. */
const LEAST_PIECE = 30_000;

/** A text, and the nodes of whose text it is all or a part. */
export type Piece = readonly [text: string, from: readonly Node[]];

/** The text of these nodes, a null standing for nothing. */
export function* pageTexts(nodes: Iterable<Node>): Generator<Piece, void, undefined> {
  let text = '';
  let from: Node[] = [];
  for (const part of bearable(nodes)) {
    if (part !== null) {
      text += textOf(part);
      from.push(part);
      if (text.length < LEAST_PIECE) continue;
    }
    for (let at = 0; at < text.length; at += MOST_PIECE) yield [text.slice(at, at + MOST_PIECE), from];
    text = '';
    from = [];
  }
}

/** Parts that are small enough for one read, and null at the end. To count stops at the limit, so that it costs no more. */
function* bearable(nodes: Iterable<Node>): Generator<Node | null, void, undefined> {
  const open = [...nodes].toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node instanceof Element && Element.prototype.getElementsByTagName.call(node, '*')[MOST_ELEMENTS])
      open.push(...[...childrenOf(node)].toReversed());
    else if (node instanceof Element || node instanceof Text) yield node;
  }
  yield null;
}
