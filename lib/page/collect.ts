/**
 * The document as blocks: gives `walkBlocks` the DOM to walk, open shadow roots included, and turns a range of a
 * block back into nodes and offsets. Reads only; makes no node and writes no attribute.
 */
import type { Steps } from '../engine/steps';
import { placeOf } from './block-text';
import { BLOCK_ELEMENTS, type Tree, type WalkedBlock } from './blocks';
import { lastBlocks, walkBlocks, walkSteps, type Guide, type Part, type Step } from './walk';
import { allNamed, childrenOf, rootOf } from './past-fields';

export type PageBlock = WalkedBlock<Node>;
export type PagePart = Part<Node>;

/** Twice what is read of a whole page: to look through more of one text would hold the page up. */
const MOST_OF_TEXT = 4_000_000;

const TREE: Tree<Node> = {
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
    return root === null ? children : [...root.childNodes, ...children];
  },
};

/** Blocks of the page in document order, read as they are asked for. */
export function collectBlocks(doc: Document): Generator<PageBlock, void, undefined> {
  return walkBlocks<Node>(TREE, doc.documentElement);
}

/** The same in steps, of a part of which something may be known; see `walkSteps`. */
export const collectSteps = (part: PagePart, guide: Guide<Node>): Generator<Step<Node>, void, undefined> =>
  walkSteps(TREE, part, guide);

/** See `lastBlocks`. */
export const lastBlocksOf = (part: PagePart, most: number): Steps<readonly PageBlock[]> => lastBlocks(TREE, part, most);

/** Whether it is the beginning of a part, if it is walked at all. */
export const beginsBlock = (node: Node): boolean =>
  node instanceof Document || (TREE.kind(node) === 'element' && BLOCK_ELEMENTS.has(TREE.name(node)));

/** What gives the page its context: its first `h1` with words in it, else its title, else nothing. */
export function findTitle(doc: Document): string {
  for (const heading of allNamed(doc, 'h1')) {
    for (const block of walkBlocks<Node>(TREE, heading)) return block.text;
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
