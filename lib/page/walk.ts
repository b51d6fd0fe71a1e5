/**
 * Walk: a tree of elements to its blocks, by the rules of `blocks`. What it made of an element is kept as a part, so that
 * a later walk goes from node to node only where something changed. The page walks its document with it, from pass to
 * pass, and the scanner parsed HTML, once.
 */
import type { Steps } from '../engine/steps';
import { BlockText } from './block-text';
import {
  BLOCK_ELEMENTS,
  HEADINGS,
  isEditor,
  OPAQUE_ELEMENTS,
  PREFORMATTED,
  SILENT_ELEMENTS,
  type Tree,
  type WalkedBlock,
} from './blocks';

export interface Surroundings {
  readonly heading: string | null;
  readonly isPreformatted: boolean;
  readonly lang: string | null;
}

/** An element that begins and ends a block, as a walk left it: what stays as it is need not be walked again. */
export interface Part<N> {
  readonly node: N;
  /** What holds in it. */
  readonly around: Surroundings;
  /** It was searched, and nothing is there. */
  isCold: boolean;
  /** The blocks and parts that stand right in it, in their order; null where nobody knows. */
  items: readonly Item<N>[] | null;
}

export type Item<N> = WalkedBlock<N> | Part<N>;

/** A block, a cold part that was passed, or null wherever many nodes went by, for whoever must not walk on for long. */
export type Step<N> = Item<N> | null;

/** What a walk asks about the elements that it comes to. */
export interface Guide<N> {
  /** Whether a cold part may be passed, now. */
  canPass(): boolean;
  /** Whether all was searched, or, else, what is fresh. */
  readonly searched: 'all' | 'fresh' | 'nothing';
  isWarm(node: N): boolean;
  /** What is new, or was changed itself: nothing that is known of it or below it holds. */
  isFresh(node: N): boolean;
  /** A part whose own words or parts may be others than before. */
  isTouched(node: N): boolean;
  /** A part in which, however deep, there is one that is touched. */
  holdsTouched(node: N): boolean;
  /** Hears what stood right in a part that is walked again. */
  onAgain(items: readonly Item<N>[]): void;
}

const START: Surroundings = { heading: null, isPreformatted: false, lang: null };
const no = (): boolean => false;

/** A part of which nothing is known yet. */
export const newPart = <N>(node: N): Part<N> => ({ node, around: START, isCold: false, items: null });

/** Enters all that there is. */
export const EVERYTHING: Guide<never> = {
  canPass: no,
  searched: 'nothing',
  isWarm: no,
  isFresh: no,
  isTouched: no,
  holdsTouched: no,
  onAgain: () => undefined,
};
/** Cold parts, of which all that they hold is cold. */
const NOTHING: Guide<never> = { ...EVERYTHING, canPass: () => true, searched: 'all' };

/** Blocks of `root` and everything below it, in document order. Lazy: stop asking and nothing more is read. */
export function* walkBlocks<N>(tree: Tree<N>, root: N): Generator<WalkedBlock<N>, void, undefined> {
  const top = { ...openLevel(tree, newPart(root), EVERYTHING, false), children: [root] };
  for (const step of walk(tree, top, EVERYTHING)) if (step !== null && 'text' in step) yield step;
}

/** The last blocks of a cold part, in their order, as many as are asked for or as it has; in steps. */
export function* lastBlocks<N>(tree: Tree<N>, part: Part<N>, most: number): Steps<readonly WalkedBlock<N>[]> {
  if (part.items === null) {
    for (const step of walk(tree, openLevel(tree, part, NOTHING, true), NOTHING)) if (step === null) yield null;
    yield null;
  }
  const blocks: WalkedBlock<N>[] = [];
  const items = part.items ?? [];
  for (let at = items.length - 1; at >= 0 && blocks.length < most; at--) {
    const item = items[at];
    if (item === undefined) continue;
    blocks.unshift(...('text' in item ? [item] : yield* lastBlocks(tree, item, most - blocks.length)));
  }
  return blocks;
}

/**
 * Blocks in steps, in document order, and what was passed. Goes through what is known of `root` and walks where it was
 * touched or nothing is known; then all of `root` that was entered is known. Who does not ask to the end must forget it.
 */
export function walkSteps<N>(tree: Tree<N>, root: Part<N>, guide: Guide<N>): Generator<Step<N>, void, undefined> {
  return walk(tree, enter(tree, root, guide, guide.searched === 'all'), guide);
}

/** A step of a walk is at most that many nodes: of any more Firefox makes ten milliseconds and more. */
export const STEP_NODES = 200;

/** Where a walk goes through what is known. */
interface Known<N> {
  readonly items: readonly Item<N>[];
  next: number;
}

/** Where it goes from node to node. */
interface Open<N> {
  readonly children: ArrayLike<N>;
  next: number;
  last: N | null;
  readonly around: Surroundings;
  /** What it is the beginning of; an inline element is the beginning of nothing. */
  readonly part: Part<N> | null;
  readonly level: Level<N>;
  readonly isGap: boolean;
  readonly isFresh: boolean;
  readonly isSearched: boolean;
}

/** What stands right in a part, inline elements around it or not. */
interface Level<N> {
  readonly items: Item<N>[];
  /** What stood there before; null where nothing is known. */
  readonly before: Before<N> | null;
  /** Its nodes changed while it was walked. */
  isTorn: boolean;
}

/** The parts by their elements, and the nodes that had words. */
interface Before<N> {
  readonly parts: ReadonlyMap<N, Part<N>>;
  readonly spoken: ReadonlySet<N>;
}

function enter<N>(tree: Tree<N>, part: Part<N>, guide: Guide<N>, isSearched: boolean): Known<N> | Open<N> {
  if (part.items !== null && !guide.isTouched(part.node)) return { items: part.items, next: 0 };
  return openLevel(tree, part, guide, isSearched);
}

function openLevel<N>(tree: Tree<N>, part: Part<N>, guide: Guide<N>, isSearched: boolean): Open<N> {
  const { node, around, items } = part;
  if (items !== null) guide.onAgain(items);
  const level = { items: [], before: items === null ? null : beforeOf(items), isTorn: false };
  const children = tree.children(node);
  return { children, next: 0, last: null, around, part, level, isGap: false, isFresh: false, isSearched };
}

function beforeOf<N>(items: readonly Item<N>[]): Before<N> {
  const parts = new Map<N, Part<N>>();
  const spoken = new Set<N>();
  for (const item of items) {
    if ('text' in item) for (const { node } of item.runs) spoken.add(node);
    else parts.set(item.node, item);
  }
  return { parts, spoken };
}

/** Of a part that is passed, drops what is known of it and holds no more. */
function forgetTouched<N>(part: Part<N>, guide: Guide<N>): void {
  const open = [part];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one.items === null || !guide.holdsTouched(one.node)) continue;
    if (guide.isTouched(one.node)) one.items = null;
    else for (const item of one.items) if (!('text' in item)) open.push(item);
  }
}

function* walk<N>(tree: Tree<N>, first: Known<N> | Open<N>, guide: Guide<N>): Generator<Step<N>, void, undefined> {
  let nodes = 0;
  const text = new BlockText<N>();
  const stack = [first];

  const finished = ({ around, level }: Open<N>): WalkedBlock<N>[] => {
    const blocks = text.take().map(({ text: words, runs }): WalkedBlock<N> => ({
      text: words,
      kind: around.heading === null ? 'text' : 'heading',
      isTopHeading: around.heading === 'h1',
      ...(around.lang === null ? {} : { lang: around.lang }),
      runs,
    }));
    level.items.push(...blocks);
    return blocks;
  };

  /** Whether it is passed. */
  const passes = (part: Part<N>, isSearched: boolean): boolean => {
    const wasCold = part.isCold;
    if (wasCold && guide.isWarm(part.node)) part.isCold = false;
    if (part.isCold && guide.canPass()) {
      forgetTouched(part, guide);
      return true;
    }
    stack.push(enter(tree, part, guide, wasCold || isSearched));
    return false;
  };

  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    if ('items' in top) {
      const item = top.items[top.next++];
      if (item === undefined) {
        stack.pop();
        continue;
      }
      if (++nodes % STEP_NODES === 0) yield null;
      if ('text' in item || passes(item, false)) yield item;
      continue;
    }
    const { around, level, children } = top;
    if (top.last !== null && children[top.next - 1] !== top.last) level.isTorn = true;
    if (top.next >= children.length) {
      stack.pop();
      if (top.part !== null) {
        text.close();
        if (text.hasFinished) yield* finished(top);
        top.part.items = level.isTorn ? null : level.items;
      } else if (top.isGap) text.gap();
      continue;
    }
    const node = (top.last = children[top.next++] as N); // The length was asked just above.
    if (++nodes % STEP_NODES === 0) yield null;
    const kind = tree.kind(node);
    if (kind === 'other') continue;
    const isFresh = top.isFresh || guide.isFresh(node);
    /** Null where it does not stand as it stood. */
    const before = isFresh ? null : level.before;
    if (kind === 'text') {
      // What gave no word before gives none now, and at a block's beginning no space either.
      if (before !== null && text.isEmpty && !before.spoken.has(node)) continue;
      text.add(node, tree.data(node), around.isPreformatted);
      if (text.hasFinished) yield* finished(top);
      continue;
    }

    const known = before?.parts.get(node);
    if (known !== undefined) {
      text.close();
      if (text.hasFinished) yield* finished(top);
      level.items.push(known);
      if (passes(known, false)) yield known;
      continue;
    }
    const name = tree.name(node);
    if (SILENT_ELEMENTS.has(name) || tree.attribute(node, 'hidden') !== null) continue;
    if (name === 'br' || OPAQUE_ELEMENTS.has(name) || isEditor(tree, node)) {
      text.gap();
      continue;
    }
    const isSearched = guide.isFresh(node) ? guide.searched !== 'nothing' : top.isSearched;
    const inside = {
      heading: HEADINGS.has(name) ? name : around.heading,
      isPreformatted: around.isPreformatted || PREFORMATTED.has(name),
      lang: tree.attribute(node, 'lang') ?? around.lang,
    };
    if (BLOCK_ELEMENTS.has(name)) {
      text.close();
      if (text.hasFinished) yield* finished(top);
      const isCold = isSearched && !guide.isWarm(node);
      const part: Part<N> = { node, around: inside, isCold, items: null };
      level.items.push(part);
      if (passes(part, isSearched)) yield part;
      continue;
    }
    // A component's own element: what it looks like is unknown, so its words keep apart from those around it.
    const isGap = name.includes('-');
    if (isGap) text.gap();
    const below = tree.children(node);
    stack.push({
      ...top,
      children: below,
      next: 0,
      last: null,
      around: inside,
      part: null,
      isGap,
      isFresh,
      isSearched,
    });
  }
}
