/**
 * Reads the page: every block through the engine, in document order, with the context of the block before. A block
 * whose text and context are as in the last pass is not read again, so after an edit only what it touches costs.
 * Caps bound a pass; what lies behind them stays unread, and the pass says so.
 */
import { EMPTY_CONTEXT, sameContext } from '../engine/read';
import type { Block, Context, Reader, Reading } from '../engine/types';
import { collectBlocks, findTitle } from './collect';
import type { PageBlock } from './collect';
import type { BlockFindings } from './mention';
import { startSlices } from './slices';

export interface Pass {
  /** Blocks in which something was found. */
  readonly read: readonly BlockFindings[];
  readonly isCapped: boolean;
  readonly workMs: number;
  readonly roots: ReadonlySet<ShadowRoot>;
}

export const MOST_PAGE_CHARACTERS = 2_000_000;
export const MOST_WORK_MS = 500;

interface Remembered {
  readonly context: Context;
  readonly reading: Reading;
}

/** Returns the function that makes one pass; null where the signal ended meanwhile. */
export function openPageReader(doc: Document, reader: Reader, signal: AbortSignal): () => Promise<Pass | null> {
  let memory = new Map<string, Remembered[]>();

  return async () => {
    const next = new Map<string, Remembered[]>();
    const read: BlockFindings[] = [];
    const roots = new Set<ShadowRoot>();
    const slices = startSlices();
    let characters = 0;
    let isCapped = false;

    const readBlock = (block: Block, context: Context): Reading => {
      const key = `${block.kind} ${block.lang ?? ''} ${block.text}`;
      const known = [...(next.get(key) ?? []), ...(memory.get(key) ?? [])];
      const same = known.find((one) => sameContext(one.context, context));
      const remembered = same ?? { context, reading: reader.read(block, context) };
      const kept = next.get(key);
      if (kept === undefined) next.set(key, [remembered]);
      else if (!kept.includes(remembered)) kept.push(remembered);
      return remembered.reading;
    };

    let { context } = readBlock({ text: findTitle(doc), kind: 'title' }, EMPTY_CONTEXT);
    for (const block of collectBlocks(doc, (root) => roots.add(root))) {
      const reading = readBlock(engineBlock(block), context);
      context = reading.context;
      if (reading.findings.length > 0) read.push({ block, findings: reading.findings });
      characters += block.text.length;
      isCapped = characters > MOST_PAGE_CHARACTERS || slices.workMs() > MOST_WORK_MS;
      if (isCapped) break;
      await slices.breathe();
      if (signal.aborted) return null;
    }
    memory = next;
    return { read, isCapped, workMs: slices.workMs(), roots };
  };
}

const engineBlock = ({ text, kind, lang }: PageBlock): Block => ({ text, kind, ...(lang === null ? {} : { lang }) });
