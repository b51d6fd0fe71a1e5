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

/** However little text they hold: to go from node to node costs, too. */
const MOST_PARTS = 1_000;

/** A text, and the nodes of whose text it is all or a part. */
export type Piece = readonly [text: string, from: readonly Node[]];

/** The text of these nodes, in their order. */
export function* pageTexts(nodes: Iterable<Node>): Generator<Piece, void, undefined> {
  let text = '';
  let from: Node[] = [];
  for (const node of partsOf(nodes)) {
    text += textOf(node);
    from.push(node);
    if (text.length < LEAST_PIECE && from.length < MOST_PARTS) continue;
    yield* inPieces(text, from);
    text = '';
    from = [];
  }
  yield* inPieces(text, from);
}

/** At least one, so that whoever reads comes to a pause among elements without text, too. */
function* inPieces(text: string, from: readonly Node[]): Generator<Piece, void, undefined> {
  for (let at = 0; at <= text.length; at += MOST_PIECE) yield [text.slice(at, at + MOST_PIECE), from];
}

/** Parts that are small enough for one read. To count stops at the limit, so that it costs no more. */
function* partsOf(nodes: Iterable<Node>): Generator<Text | Element, void, undefined> {
  const open = [nodes[Symbol.iterator]()];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { value: node, done } = top.next();
    if (done === true) open.pop();
    else if (node instanceof Element && Element.prototype.getElementsByTagName.call(node, '*')[MOST_ELEMENTS])
      open.push(childrenOf(node)[Symbol.iterator]());
    else if (node instanceof Element || node instanceof Text) yield node;
  }
}
