/**
 * Blocks: a tree of elements to blocks of text, by element name and the `hidden` attribute alone, never by style.
 * Pure and free of DOM types: the page walks its document with it and the scanner walks parsed HTML, so that both
 * read the same blocks. Every block can say which text node and offset each of its characters came from.
 */
import { BlockText } from './block-text';
import type { Run } from './block-text';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** These begin and end a block. */
export const BLOCK_ELEMENTS = names(
  'address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p ' +
    'plaintext pre search section summary table tbody td tfoot th thead tr ul xmp',
);
const HEADINGS = names('h1 h2 h3 h4 h5 h6');
const PREFORMATTED = names('pre listing plaintext xmp');

/** Never read, and no gap between the words around them. */
const SILENT_ELEMENTS = names('head script style template noscript noframes noembed link meta rp rt');
/** Never read; a thing of its own stands there, so words around them do not join. */
const OPAQUE_ELEMENTS = names(
  'audio canvas datalist embed frame frameset iframe img input map math meter object optgroup option picture progress ' +
    'select svg textarea video',
);
/** What a person types in: read by nobody but them. */
const EDITOR_ROLES = names('textbox searchbox combobox');

/** The least that a tree must tell. `children` of a shadow host begin with those of its open root. */
export interface Tree<N> {
  kind(node: N): 'element' | 'text' | 'other';
  /** Elements: the local name, in lower case. */
  name(node: N): string;
  data(node: N): string;
  children(node: N): ArrayLike<N>;
  attribute(node: N, name: string): string | null;
}

export interface WalkedBlock<N> {
  readonly text: string;
  readonly kind: 'heading' | 'text';
  readonly isTopHeading: boolean;
  readonly lang: string | null;
  readonly runs: readonly Run<N>[];
}

interface Surroundings {
  readonly heading: string | null;
  readonly isPreformatted: boolean;
  readonly lang: string | null;
}

interface Open<N> {
  readonly children: ArrayLike<N>;
  next: number;
  readonly around: Surroundings;
  readonly isBlock: boolean;
  readonly isGap: boolean;
}

const isEditor = <N>(tree: Tree<N>, node: N): boolean => {
  const editable = tree.attribute(node, 'contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  return EDITOR_ROLES.has(tree.attribute(node, 'role') ?? '');
};

/** An element that was passed: begins and ends a block, and none of its own were made. */
export interface Passed<N> {
  readonly passed: N;
  readonly around: Surroundings;
}

/** Null wherever many nodes went by without a block, for whoever must not walk on for long. */
export type Step<N> = WalkedBlock<N> | Passed<N> | null;

const START: Surroundings = { heading: null, isPreformatted: false, lang: null };

/** Blocks of everything below `root`, in document order. Lazy: stop asking and nothing more is read. */
export function* walkBlocks<N>(tree: Tree<N>, root: N): Generator<WalkedBlock<N>, void, undefined> {
  for (const step of walkSteps(tree, root, () => false)) if (step !== null && 'text' in step) yield step;
}

/** The last blocks of what was passed, in their order, as many as are asked for or as it has. */
export function lastBlocks<N>(tree: Tree<N>, { passed, around }: Passed<N>, most: number): readonly WalkedBlock<N>[] {
  const blocks: WalkedBlock<N>[] = [];
  const steps = [...walkSteps(tree, passed, (node) => node !== passed, around)];
  for (let step = steps.pop(); step !== undefined && blocks.length < most; step = steps.pop()) {
    if (step === null) continue;
    blocks.unshift(...('text' in step ? [step] : lastBlocks(tree, step, most - blocks.length)));
  }
  return blocks;
}

/** A step of a walk is at most that many nodes. */
export const STEP_NODES = 2_000;

/** The same step by step. `isPassed` is asked of every element that begins a block, when the walk comes to it. */
export function* walkSteps<N>(
  tree: Tree<N>,
  root: N,
  isPassed: (node: N) => boolean,
  start: Surroundings = START,
): Generator<Step<N>, void, undefined> {
  let nodes = 0;
  const text = new BlockText<N>();
  let around = start;
  const stack: Open<N>[] = [{ children: [root], next: 0, around, isBlock: true, isGap: false }];

  const finished = (): WalkedBlock<N>[] =>
    text.take().map(({ text: words, runs }) => ({
      text: words,
      kind: around.heading === null ? 'text' : 'heading',
      isTopHeading: around.heading === 'h1',
      lang: around.lang,
      runs,
    }));

  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    around = top.around;
    if (top.next >= top.children.length) {
      if (top.isBlock) {
        text.close();
        yield* finished();
      } else if (top.isGap) text.gap();
      stack.pop();
      continue;
    }
    const node = top.children[top.next++] as N; // The length was asked just above.
    if (++nodes % STEP_NODES === 0) yield null;
    const kind = tree.kind(node);
    if (kind === 'text') {
      text.add(node, tree.data(node), around.isPreformatted);
      if (text.hasFinished) yield* finished();
      continue;
    }
    if (kind === 'other') continue;

    const name = tree.name(node);
    if (SILENT_ELEMENTS.has(name) || tree.attribute(node, 'hidden') !== null) continue;
    if (name === 'br' || OPAQUE_ELEMENTS.has(name) || isEditor(tree, node)) {
      text.gap();
      continue;
    }
    const isBlock = BLOCK_ELEMENTS.has(name);
    // A component's own element: what it looks like is unknown, so its words keep apart from those around it.
    const isGap = name.includes('-');
    if (isBlock) {
      text.close();
      yield* finished();
      if (isPassed(node)) {
        yield { passed: node, around };
        continue;
      }
    } else if (isGap) text.gap();
    stack.push({
      children: tree.children(node),
      next: 0,
      isBlock,
      isGap,
      around: {
        heading: HEADINGS.has(name) ? name : around.heading,
        isPreformatted: around.isPreformatted || PREFORMATTED.has(name),
        lang: tree.attribute(node, 'lang') ?? around.lang,
      },
    });
  }
}
