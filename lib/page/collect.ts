/**
 * The document as blocks: gives `walkBlocks` the DOM to walk, open shadow roots included, and turns a range of a
 * block back into nodes and offsets. Reads only; makes no node and writes no attribute.
 */
import { walkBlocks, walkSteps } from './blocks';
import type { Tree, WalkedBlock } from './blocks';
import { placeOf } from './block-text';
import { childrenOf, rootOf } from './past-fields';

export type PageBlock = WalkedBlock<Node>;

/** Twice what is read of a whole page: to look through more of one text would hold the page up. */
const MOST_OF_TEXT = 4_000_000;

/** `onRoot` hears of every open shadow root on the way, so that its changes can be observed. */
const domTree = (onRoot: (root: ShadowRoot) => void): Tree<Node> => ({
  kind: (node) => {
    const type: unknown = node.nodeType;
    return type === 1 || typeof type !== 'number' ? 'element' : type === 3 || type === 4 ? 'text' : 'other';
  },
  // The casts rest on `kind`, which the walk asks first; what is no number and no text is a form's field, see past-fields.
  name: (node) => {
    const name: unknown = (node as Element).localName;
    return typeof name === 'string' ? name.toLowerCase() : 'form';
  },
  data: (node) => {
    const { data } = node as Text;
    return data.length > MOST_OF_TEXT ? data.slice(0, MOST_OF_TEXT) : data;
  },
  attribute: (node, name) => Element.prototype.getAttribute.call(node, name),
  children: (node) => {
    const root = rootOf(node as Element);
    const children = childrenOf(node);
    if (root === null) return children;
    onRoot(root);
    return [...root.childNodes, ...children];
  },
});

/** Blocks of the page in document order, read as they are asked for. */
export function collectBlocks(
  doc: Document,
  onRoot: (root: ShadowRoot) => void = () => undefined,
): Generator<PageBlock, void, undefined> {
  return walkBlocks<Node>(domTree(onRoot), doc.documentElement);
}

/** The same in steps, see `walkSteps`. */
export function collectSteps(
  doc: Document,
  onRoot: (root: ShadowRoot) => void,
): Generator<PageBlock | null, void, undefined> {
  return walkSteps<Node>(domTree(onRoot), doc.documentElement);
}

/** What gives the page its context: its first `h1` with words in it, else its title, else nothing. */
export function findTitle(doc: Document): string {
  const tree = domTree(() => undefined);
  for (const heading of doc.querySelectorAll('h1')) {
    for (const block of walkBlocks<Node>(tree, heading)) return block.text;
  }
  return doc.title.trim();
}

/** Where a part of a block stands in the document, or null where it holds no character. */
export function rangeOf(block: PageBlock, start: number, end: number): StaticRangeInit | null {
  const from = placeOf(block.runs, start);
  const last = placeOf(block.runs, end - 1);
  if (from === null || last === null) return null;
  return { startContainer: from.node, startOffset: from.offset, endContainer: last.node, endOffset: last.offset + 1 };
}
