/**
 * The document as blocks: gives `walkBlocks` the DOM to walk, open shadow roots included, and turns a range of a
 * block back into nodes and offsets. Reads only; makes no node and writes no attribute.
 */
import { walkBlocks } from './blocks';
import type { Tree, WalkedBlock } from './blocks';
import { placeOf } from './block-text';

export type PageBlock = WalkedBlock<Node>;

/** `onRoot` hears of every open shadow root on the way, so that its changes can be observed. */
const domTree = (onRoot: (root: ShadowRoot) => void): Tree<Node> => ({
  kind: (node) => (node.nodeType === 1 ? 'element' : node.nodeType === 3 || node.nodeType === 4 ? 'text' : 'other'),
  // The casts rest on `kind`, which the walk asks first.
  name: (node) => (node as Element).localName.toLowerCase(),
  data: (node) => (node as Text).data,
  attribute: (node, name) => (node as Element).getAttribute(name),
  children: (node) => {
    const root = (node as Element).shadowRoot;
    if (root === null) return node.childNodes;
    onRoot(root);
    return [...root.childNodes, ...node.childNodes];
  },
});

/** Blocks of the page in document order, read as they are asked for. */
export function collectBlocks(
  doc: Document,
  onRoot: (root: ShadowRoot) => void = () => undefined,
): Generator<PageBlock, void, undefined> {
  return walkBlocks<Node>(domTree(onRoot), doc.documentElement);
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
