/**
 * Reads the page: its blocks through the engine, in document order, with the context of the block before; where the
 * title names us, so that every block is read, what is in view comes first. What a pass made of the page stands until
 * a change is noted there, so after an edit only what it touches is searched, walked and read again: its text, a few
 * texts around it, and the blocks after it whose context it changed.
 * Caps bound a pass; what lies behind them stays unread, the pass says so, and the next one knows nothing.
 */
import { BLOCKS_REMEMBERED } from '../engine/match/context';
import { openRun, type Run } from '../engine/run';
import type { Steps } from '../engine/steps';
import type { Block, Reader } from '../engine/types';
import type { Cap } from '../messages/protocol';
import type { Changes } from './changes';
import { collectSteps, findTitle, lastBlocksOf } from './collect';
import type { PageBlock, PagePart } from './collect';
import { isReadable } from './frame-worth';
import { touchedParts, type Noted } from './fresh';
import type { BlockFindings } from './mention';
import { openReadings, type Readings } from './readings';
import { startSlices } from './slices';
import { blocksInView } from './view';
import { newPart, type Guide } from './walk';
import { findNewRoots, findRoots, findWarm, type WarmSearch } from './warm';

export interface Pass {
  /** Blocks in which something was found. */
  readonly read: readonly BlockFindings[];
  /** The limit that ended it before its end, or null. */
  readonly cap: Cap | null;
  readonly workMs: number;
  /** After which time an element that has stood here may be found to have grown a shadow root; null where none was left out. */
  readonly dueMs: number | null;
}

export const MOST_PAGE_CHARACTERS = 2_000_000;
export const MOST_WORK_MS = 500;

/** No change tells of a shadow root, and to look for them is to look at the page's every element. */
const ROOTS_EVERY_MS = 2_000;

/** What is found is told in parts, so that the first mark need not wait for the end of a long page. */
const PART_EVERY_MS = 100;

/** Tells nothing of what changed: each pass reads it all. */
const UNWATCHED: Pick<Changes, 'take' | 'watch'> = { take: () => null, watch: () => undefined };

/**
 * Returns the function that makes one pass; null where the signal ended meanwhile. `onPart` is told what was found so
 * far, at once where it is the first, and is waited for.
 */
export function openPageReader(
  doc: Document,
  reader: Omit<Reader, 'read'>,
  signal: AbortSignal,
  changes = UNWATCHED,
): (onPart?: (part: Pass) => Promise<void>) => Promise<Pass | null> {
  const readings = openReadings(reader);
  const roots = new WeakSet<ShadowRoot>();
  /** What the last pass made of the page, if it came to its end. */
  let known: PagePart | null = null;
  let title: Block = { text: '', kind: 'title' };
  let isFirst = true;
  let rootsAt = -Infinity;

  return async (onPart) => {
    const noted = changes.take();
    const changed = known === null ? null : noted;
    if (known !== null && changed === null) readings.retire([known]);
    const page = changed === null || known === null ? newPart<Node>(doc) : known;
    // Until the end of this pass, which may never come.
    known = null;
    const read: BlockFindings[] = [];
    /** What is in view and was read first, as long as document order has not come to it. */
    const ahead: BlockFindings[] = [];
    const slices = startSlices();
    let cap: Cap | null = null;
    let told = 0;
    let toldAt = -Infinity;

    // To start took a slice of its own: all of it runs for the first time, as what follows does.
    if (isFirst) await slices.breathe();
    if (signal.aborted) return null;
    const words = findTitle(doc);
    if (words !== title.text) title = { text: words, kind: 'title' };
    const begun = performance.now();
    const areRootsDue = changed === null || begun - rootsAt >= ROOTS_EVERY_MS;
    if (areRootsDue) rootsAt = begun;
    const dueMs = areRootsDue ? null : rootsAt + ROOTS_EVERY_MS - begun;
    const shown = (): Pass => ({ read: [...read, ...ahead], cap, workMs: slices.workMs(), dueMs });
    const parts: PassParts = {
      doc,
      reader,
      onRoot(root) {
        roots.add(root);
        changes.watch(root);
      },
      mostCharacters: MOST_PAGE_CHARACTERS,
      isLate: () => slices.workMs() > MOST_WORK_MS / 2,
      page,
      changed,
      readings,
      knownRoots: areRootsDue ? roots : null,
      isFirst,
      *start() {
        const run = openRun(readings);
        yield* run.readSteps(title);
        return run;
      },
    };
    isFirst = false;
    // A page that is one editor by now has nothing to read.
    const isRead = isReadable(doc);
    for (const step of isRead ? passSteps(parts) : []) {
      if (typeof step === 'string') cap = step;
      else if (step?.isAhead === true) {
        if (step.findings.length > 0) ahead.push(step);
      } else if (step !== null) {
        // Document order has come to it.
        if (ahead[0]?.block === step.block) ahead.shift();
        if (step.findings.length > 0) read.push(step);
      }
      if (slices.workMs() > MOST_WORK_MS) {
        cap = 'time';
        break;
      }
      const isPause = slices.isOver();
      if (isPause) await slices.breathe();
      if (signal.aborted) return null;
      const found = read.length + ahead.length;
      if (isPause && found > told && performance.now() - toldAt > PART_EVERY_MS) {
        told = found;
        if (onPart !== undefined) await slices.away(onPart(shown()));
        toldAt = performance.now();
      }
    }
    readings.forget();
    if (cap !== null) readings.retire([page]);
    else if (isRead) known = page;
    return shown();
  };
}

interface PassParts extends WarmSearch {
  /** With what the last pass made of it, where that is known. */
  readonly page: PagePart;
  /** What changed since then; null where nothing is known. */
  readonly changed: Noted | null;
  readonly readings: Readings;
  /** Null where no others are to be looked for in what stood before. */
  readonly knownRoots: WeakSet<ShadowRoot> | null;
  readonly isFirst: boolean;
  readonly start: () => Steps<Run>;
}

interface ReadStep extends BlockFindings {
  /** It is in view, and comes again in its turn. */
  readonly isAhead?: true;
}

/** What was read, or found, block by block, with what was found in it; a cap where the page is not looked through to its end. */
function* passSteps(parts: PassParts): Generator<ReadStep | Cap | null, void, undefined> {
  const { doc, changed, mostCharacters, isLate, start, page, readings } = parts;
  // To find the title asked all of the page, and it is the first that the engine reads there, which takes its time.
  yield null;
  const run = yield* start();
  yield null;
  /** Where the title names us, every block is read, which may take a while. */
  const isWhole = !run.canPass();
  if (changed !== null && parts.knownRoots !== null) {
    for (const { host } of yield* findNewRoots(doc, parts.knownRoots)) changed.fresh.add(host);
  }
  const { elements, cap } = yield* isWhole ? findRoots(parts, changed) : findWarm(parts, changed);
  yield cap;
  const { touched, holding } = touchedParts(changed);
  const guide: Guide<Node> = {
    canPass: run.canPass,
    searched: isWhole ? 'nothing' : changed === null ? 'all' : 'fresh',
    isWarm: (node) => elements.has(node),
    isFresh: (node) => changed?.fresh.has(node) === true,
    isTouched: (node) => touched.has(node),
    holdsTouched: (node) => holding.has(node),
    onAgain: (items) =>
      readings.retire(
        items.filter((item) => 'text' in item || !item.node.isConnected || changed?.fresh.has(item.node) === true),
      ),
  };
  const blocks: PageBlock[] = [];
  let characters = 0;
  let count = readings.count();
  for (const step of collectSteps(page, guide)) {
    if (step === null) yield null;
    else if (!('text' in step)) run.pass((most) => lastBlocksOf(step, most));
    else {
      characters += step.text.length;
      if (isWhole && changed === null) blocks.push(step);
      else {
        const findings = yield* run.readSteps(step);
        // What stands as it stood costs next to nothing.
        if (findings.length > 0 || readings.count() > count) yield { block: step, findings };
        count = readings.count();
      }
      if (characters > mostCharacters) {
        yield 'text';
        break;
      }
    }
    // What was walked is to be read, too.
    if (blocks.length > 0 && isLate()) {
      yield 'time';
      break;
    }
  }
  const view = parts.isFirst ? blocksInView(doc, blocks) : null;
  if (view !== null) {
    const { readSteps } = yield* start();
    const before = Math.max(0, view.from - BLOCKS_REMEMBERED);
    for (const block of blocks.slice(before, view.from)) yield* readSteps(block);
    for (const block of blocks.slice(view.from, view.to))
      yield { block, findings: yield* readSteps(block), isAhead: true };
  }
  for (const block of blocks) yield { block, findings: yield* run.readSteps(block) };
}
