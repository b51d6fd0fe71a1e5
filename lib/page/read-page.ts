/**
 * Reads the page: its blocks through the engine, in document order, with the context of the block before; where the
 * title names us, so that every block is read, what is in view comes first. A block whose text and context are as in
 * the last pass is not read again, so after an edit only what it touches costs.
 * Caps bound a pass; what lies behind them stays unread, and the pass says so.
 */
import { BLOCKS_REMEMBERED } from '../engine/match/context';
import { openRun, type Run } from '../engine/run';
import type { Block, Context, Reader, Reading } from '../engine/types';
import type { Cap } from '../messages/protocol';
import { collectSteps, findTitle, lastBlocksOf } from './collect';
import type { PageBlock } from './collect';
import { isReadable } from './frame-worth';
import type { BlockFindings } from './mention';
import { startSlices } from './slices';
import { blocksInView } from './view';
import { findRoots, findWarm, type WarmSearch } from './warm';

export interface Pass {
  /** Blocks in which something was found. */
  readonly read: readonly BlockFindings[];
  /** The limit that ended it before its end, or null. */
  readonly cap: Cap | null;
  readonly workMs: number;
  readonly roots: ReadonlySet<ShadowRoot>;
}

export const MOST_PAGE_CHARACTERS = 2_000_000;
export const MOST_WORK_MS = 500;

/** What is found is told in parts, so that the first mark need not wait for the end of a long page. */
const PART_EVERY_MS = 100;

/**
 * Returns the function that makes one pass; null where the signal ended meanwhile. `onPart` is told what was found so
 * far, at once where it is the first, and is waited for.
 */
export function openPageReader(
  doc: Document,
  reader: Reader,
  signal: AbortSignal,
): (onPart?: (part: Pass) => Promise<void>) => Promise<Pass | null> {
  let memory = new Map<string, Reading>();

  return async (onPart) => {
    const next = new Map<string, Reading>();
    const read: BlockFindings[] = [];
    /** What is in view and was read first, as long as document order has not come to it. */
    const ahead: BlockFindings[] = [];
    const roots = new Set<ShadowRoot>();
    const slices = startSlices();
    let characters = 0;
    let cap: Cap | null = null;
    let told = 0;
    let toldAt = -Infinity;

    const readBlock = (block: Block, context: Context): Reading => {
      // The same words after the same words: what a reading depends on, and nothing else.
      const key = `${block.kind} ${block.lang ?? ''} ${JSON.stringify(context)} ${block.text}`;
      const reading = next.get(key) ?? memory.get(key) ?? reader.read(block, context);
      next.set(key, reading);
      return reading;
    };

    const title: Block = { text: findTitle(doc), kind: 'title' };
    const start = (): Run => {
      const run = openRun(reader, readBlock);
      run.read(title);
      return run;
    };
    const shown = (): Pass => ({ read: [...read, ...ahead], cap, workMs: slices.workMs(), roots });
    // A page that is one editor by now has nothing to read.
    const search: WarmSearch = {
      doc,
      reader,
      onRoot: (root) => roots.add(root),
      mostCharacters: MOST_PAGE_CHARACTERS,
      isLate: () => slices.workMs() > MOST_WORK_MS / 2,
    };
    for (const step of isReadable(doc) ? readSteps(search, start, memory.size === 0) : []) {
      if (typeof step === 'string') cap = step;
      else if (step?.isAhead === true) {
        if (step.findings.length > 0) ahead.push(step);
      } else if (step !== null) {
        // Document order has come to it.
        if (ahead[0]?.block === step.block) ahead.shift();
        if (step.findings.length > 0) read.push(step);
        characters += step.block.text.length;
      }
      const reached = characters > MOST_PAGE_CHARACTERS ? 'text' : slices.workMs() > MOST_WORK_MS ? 'time' : null;
      cap = reached ?? cap;
      if (reached !== null) break;
      const hasRested = await slices.breathe();
      if (signal.aborted) return null;
      const found = read.length + ahead.length;
      if (hasRested && found > told && performance.now() - toldAt > PART_EVERY_MS) {
        told = found;
        if (onPart !== undefined) await slices.away(onPart(shown()));
        toldAt = performance.now();
      }
    }
    memory = next;
    return shown();
  };
}

interface ReadStep extends BlockFindings {
  /** It is in view, and comes again in its turn. */
  readonly isAhead?: true;
}

/** The blocks that are read, each with what was found in it; a cap where the page is not looked through to its end. */
function* readSteps(
  search: WarmSearch,
  start: () => Run,
  isFirst: boolean,
): Generator<ReadStep | Cap | null, void, undefined> {
  const { doc, mostCharacters, isLate } = search;
  const run = start();
  /** Where the title names us, every block is read, which may take a while. */
  const isWhole = !run.canPass();
  const { elements, cap } = yield* isWhole ? findRoots(search) : findWarm(search);
  yield cap;
  const blocks: PageBlock[] = [];
  let characters = 0;
  for (const step of collectSteps(doc, (node) => !elements.has(node) && run.canPass())) {
    if (step === null) yield null;
    else if ('passed' in step) run.pass((most) => lastBlocksOf(step, most).map(engineBlock));
    else if (!isWhole) yield { block: step, findings: run.read(engineBlock(step)) };
    else {
      blocks.push(step);
      characters += step.text.length;
      if (characters > mostCharacters) break;
    }
    // What was walked is to be read, too.
    if (isWhole && isLate()) {
      yield 'time';
      break;
    }
  }
  const view = isFirst ? blocksInView(doc, blocks) : null;
  if (view !== null) {
    const { read } = start();
    const before = Math.max(0, view.from - BLOCKS_REMEMBERED);
    for (const block of blocks.slice(before, view.from)) read(engineBlock(block));
    for (const block of blocks.slice(view.from, view.to)) {
      yield { block, findings: read(engineBlock(block)), isAhead: true };
    }
  }
  for (const block of blocks) yield { block, findings: run.read(engineBlock(block)) };
}

const engineBlock = ({ text, kind, lang }: PageBlock): Block => ({ text, kind, ...(lang === null ? {} : { lang }) });
