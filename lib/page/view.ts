/** Which blocks of a page are in view, asked where the page is not at its beginning; changes nothing. */
import type { PageBlock } from './collect';

export interface View {
  /** The first and one past the last. */
  readonly from: number;
  readonly to: number;
}

/** So far from the window's edges the page itself stands, and no bar that is always there. */
const EDGE = 0.15;

/** Null where the page stands at its beginning, or what is in view cannot be told. */
export function blocksInView(doc: Document, blocks: readonly PageBlock[]): View | null {
  const view = doc.defaultView;
  if (view === null || view.scrollY < view.innerHeight) return null;
  const at = (share: number): Element | null =>
    Document.prototype.elementFromPoint.call(doc, view.innerWidth / 2, view.innerHeight * share);
  const top = at(EDGE);
  const bottom = at(1 - EDGE);
  if (top === null || bottom === null) return null;
  const from = firstWhere(blocks, (node) => !isBefore(node, top));
  const to = firstWhere(blocks, (node) => !isBefore(node, bottom) && !bottom.contains(node));
  return from < to ? { from, to } : null;
}

const isBefore = (node: Node, element: Element): boolean =>
  (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;

/** By halving: blocks stand in document order. */
function firstWhere(blocks: readonly PageBlock[], holds: (node: Node) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = blocks[middle]?.runs[0]?.node;
    if (node === undefined || holds(node)) high = middle;
    else low = middle + 1;
  }
  return low;
}
