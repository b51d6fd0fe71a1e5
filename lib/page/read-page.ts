/**
 * Reads the page: every block through the engine, in document order, with the context of the block before. A block
 * whose text and context are as in the last pass is not read again, so after an edit only what it touches costs.
 * Caps bound a pass; what lies behind them stays unread, and the pass says so.
 */
import { openRun, type Run } from '../engine/run';
import type { Block, Context, Reader, Reading } from '../engine/types';
import type { Cap } from '../messages/protocol';
import { collectSteps, findTitle, lastBlocksOf } from './collect';
import type { PageBlock } from './collect';
import { isReadable } from './frame-worth';
import type { BlockFindings } from './mention';
import { startSlices } from './slices';
import { findWarm, type WarmSearch } from './warm';

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

    const run = openRun(reader, readBlock);
    run.read({ text: findTitle(doc), kind: 'title' });
    // A page that is one editor by now has nothing to read.
    const search: WarmSearch = {
      doc,
      reader,
      onRoot: (root) => roots.add(root),
      mostCharacters: MOST_PAGE_CHARACTERS,
      isLate: () => slices.workMs() > MOST_WORK_MS / 2,
    };
    for (const step of isReadable(doc) ? readSteps(search, run) : []) {
      if (typeof step === 'string') cap = step;
      else if (step !== null) {
        if (step.findings.length > 0) read.push(step);
        characters += step.block.text.length;
      }
      const reached = characters > MOST_PAGE_CHARACTERS ? 'text' : slices.workMs() > MOST_WORK_MS ? 'time' : null;
      cap = reached ?? cap;
      if (reached !== null) break;
      const hasRested = await slices.breathe();
      if (signal.aborted) return null;
      if (hasRested && read.length > told && performance.now() - toldAt > PART_EVERY_MS) {
        told = read.length;
        if (onPart !== undefined) await slices.away(onPart({ read: [...read], cap, workMs: slices.workMs(), roots }));
        toldAt = performance.now();
      }
    }
    memory = next;
    return { read, cap, workMs: slices.workMs(), roots };
  };
}

/** The blocks that are read, each with what was found in it; a cap where the page is not looked through to its end. */
function* readSteps(search: WarmSearch, run: Run): Generator<BlockFindings | Cap | null, void, undefined> {
  const { elements, cap } = yield* findWarm(search);
  yield cap;
  for (const step of collectSteps(search.doc, (node) => !elements.has(node) && run.canPass())) {
    if (step === null) yield null;
    else if ('text' in step) yield { block: step, findings: run.read(engineBlock(step)) };
    else run.pass((most) => lastBlocksOf(step, most).map(engineBlock));
  }
}

const engineBlock = ({ text, kind, lang }: PageBlock): Block => ({ text, kind, ...(lang === null ? {} : { lang }) });
