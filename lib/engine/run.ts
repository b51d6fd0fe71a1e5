/**
 * Run: blocks in their order to what is found in each. One in which nothing can be found waits until a later one may
 * need what it named; most wait for ever, so that of a long page only what stands near our names is read. Whole parts
 * of a page can wait before their blocks are made. Law: finds what `check` finds.
 */
import { BLOCKS_REMEMBERED, EMPTY_CONTEXT, forgotten } from './match/context';
import type { Block, Context, Finding, Reader, Reading } from './types';

/** The last blocks of a part of the page, in their order, as many as are asked for or as it has. */
export type LastBlocks = (most: number) => readonly Block[];

export interface Run {
  read(block: Block): readonly Finding[];
  /** True while nothing that a claim could be about is in force: what may name nothing of the kind can be passed. */
  canPass(): boolean;
  /** For blocks in none of which a word may name an anchor, and only while `canPass`. */
  pass(last: LastBlocks): void;
}

/** To ask what a context alone lets pass. */
export const NO_WORDS: Block = { text: '', kind: 'text' };

/** `read` is the reader's own, or one that remembers. */
export function openRun(reader: Pick<Reader, 'isSilent'>, read: (block: Block, context: Context) => Reading): Run {
  let context = EMPTY_CONTEXT;
  let waiting: LastBlocks[] = [];
  /** So many of those that wait last are one block each. */
  let single = 0;

  const waits = (last: LastBlocks, isSingle: boolean): void => {
    waiting.push(last);
    single = isSingle ? single + 1 : 0;
    if (single <= BLOCKS_REMEMBERED) return;
    waiting = waiting.slice(-BLOCKS_REMEMBERED);
    single = BLOCKS_REMEMBERED;
    context = forgotten(context);
  };

  /** Reads of what waits the last blocks that are remembered. */
  const catchUp = (): void => {
    const blocks: Block[] = [];
    for (let last = waiting.pop(); last !== undefined && blocks.length <= BLOCKS_REMEMBERED; last = waiting.pop())
      blocks.unshift(...last(BLOCKS_REMEMBERED + 1 - blocks.length));
    if (blocks.length > BLOCKS_REMEMBERED) context = forgotten(context);
    for (const block of blocks.slice(-BLOCKS_REMEMBERED)) ({ context } = read(block, context));
    waiting = [];
    single = 0;
  };

  return {
    canPass: () => reader.isSilent(NO_WORDS, context),
    pass: (last) => waits(last, false),
    read(block) {
      if (reader.isSilent(block, context)) {
        waits(() => [block], true);
        return [];
      }
      catchUp();
      const reading = read(block, context);
      context = reading.context;
      return reading.findings;
    },
  };
}
