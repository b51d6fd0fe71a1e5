/**
 * What changed since the last pass, as its parts and texts: which parts a pass goes into, and which texts are searched.
 * A text is searched with what stands around it, since a word may go on from text to text.
 */
import { beginsBlock } from './collect';
import { containsOf, outerOf, parentOf, textsOf } from './past-fields';

/** What was noted of the changes since the last pass. */
export interface Noted {
  /** New nodes, texts with other words, elements that are read or not as they were not before. */
  readonly fresh: Set<Node>;
  /** Nodes whose children are others. */
  readonly parents: Set<Node>;
  /** After these, something was taken away. */
  readonly seams: Set<Node>;
}

/** No name of ours is longer. */
export const REACH = 100;
/** As many texts stand around one. */
const MOST_AROUND = 500;

/** The parts whose own words or parts may be others, and all that hold them. */
export function touchedParts(noted: Noted | null): {
  readonly touched: ReadonlySet<Node>;
  readonly holding: ReadonlySet<Node>;
} {
  const touched = new Set<Node>();
  const holding = new Set<Node>();
  const touch = (from: Node | null): void => {
    let node = from;
    while (node !== null && !beginsBlock(node)) node = outerOf(node);
    if (node === null || touched.has(node)) return;
    touched.add(node);
    for (; node !== null && !holding.has(node); node = outerOf(node)) holding.add(node);
  };
  for (const node of noted?.fresh ?? []) touch(outerOf(node));
  for (const node of noted?.parents ?? []) touch(node);
  return { touched, holding };
}

/** Of what is fresh, what stands in the document and in nothing else that is fresh. */
export function outermost({ fresh }: Noted, doc: Document): readonly Node[] {
  const clear = new Set<Node>([doc]);
  const lost = new Set<Node>();
  return [...fresh].filter((one) => {
    const path: Node[] = [];
    let node = outerOf(one);
    while (node !== null && !clear.has(node) && !lost.has(node) && !fresh.has(node)) {
      path.push(node);
      node = outerOf(node);
    }
    const isClear = node !== null && clear.has(node);
    for (const passed of path) (isClear ? clear : lost).add(passed);
    return isClear;
  });
}

/** All texts of these, and what stands around those that are no blocks by themselves, and around the seams. */
export function* freshTexts(doc: Document, nodes: readonly Node[], { seams }: Noted): Generator<Text, void, undefined> {
  for (const node of nodes) {
    if (!beginsBlock(node)) yield* textsAround(doc, node, true);
    else for (const walker = textsOf(doc, node); walker.nextNode() !== null;) yield walker.currentNode as Text; // Shown.
  }
  for (const node of seams) yield* textsAround(doc, node, false);
}

/** From what stands before it to what comes after its last text, or after its beginning. */
function* textsAround(doc: Document, node: Node, isWhole: boolean): Generator<Text, void, undefined> {
  const walker = textsOf(doc, topOf(node));
  walker.currentNode = node;
  const before: Text[] = [];
  for (let reach = 0; reach < REACH && before.length < MOST_AROUND && walker.previousNode() !== null;) {
    const text = walker.currentNode as Text; // What is shown are texts.
    before.unshift(text);
    reach += text.length;
  }
  yield* before;
  if (node instanceof Text) yield node;
  walker.currentNode = node;
  let count = 0;
  for (let reach = 0; reach < REACH && count < MOST_AROUND && walker.nextNode() !== null;) {
    const text = walker.currentNode as Text; // As above.
    yield text;
    if (isWhole && containsOf(node, text)) continue;
    reach += text.length;
    count++;
  }
}

function topOf(node: Node): Node {
  let top = node;
  for (let next = parentOf(node); next !== null; next = parentOf(next)) top = next;
  return top;
}
