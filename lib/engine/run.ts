/**
 * Run: blocks in their order to what is found in each. One in which nothing can be found waits until a later one may
 * need what it named; most wait for ever, so that of a long page only what stands near our names is read. Whole parts
 * of a page can wait before their blocks are made. Law: finds what `check` finds.
 */
import { BLOCKS_REMEMBERED, EMPTY_CONTEXT, forgotten } from './match/context';
import type { Steps } from './steps';
import type { Block, Finding, Reader } from './types';

/** The last blocks of a part of the page, in their order, as many as are asked for or as it has. */
export type LastBlocks = (most: number) => Steps<readonly Block[]>;

export interface Run {
  /** In steps: a block may be read together with those that waited. */
  readSteps(block: Block): Steps<readonly Finding[]>;
  /** True while nothing that a claim could be about is in force: what may name nothing of the kind can be passed. */
  canPass(): boolean;
  /** For blocks in none of which a word may name an anchor, and only while `canPass`. */
  pass(last: LastBlocks): void;
}

/** To ask what a context alone lets pass. */
export const NO_WORDS: Block = { text: '', kind: 'text' };

/** The reader may be one that remembers. */
export function openRun(reader: Pick<Reader, 'isSilent' | 'readSteps'>): Run {
  let context = EMPTY_CONTEXT;
  let waiting: (Block | LastBlocks)[] = [];
  /** So many of those that wait last are one block each. */
  let single = 0;

  const waits = (last: Block | LastBlocks): void => {
    waiting.push(last);
    single = typeof last === 'function' ? 0 : single + 1;
    if (single <= BLOCKS_REMEMBERED) return;
    waiting = waiting.slice(-BLOCKS_REMEMBERED);
    single = BLOCKS_REMEMBERED;
    context = forgotten(context);
  };

  /** Reads of what waits the last blocks that are remembered. */
  function* catchUp(): Steps<void> {
    const blocks: Block[] = [];
    for (let last = waiting.pop(); last !== undefined && blocks.length <= BLOCKS_REMEMBERED; last = waiting.pop())
      blocks.unshift(...(typeof last === 'function' ? yield* last(BLOCKS_REMEMBERED + 1 - blocks.length) : [last]));
    if (blocks.length > BLOCKS_REMEMBERED) context = forgotten(context);
    for (const block of blocks.slice(-BLOCKS_REMEMBERED)) ({ context } = yield* reader.readSteps(block, context));
    waiting = [];
    single = 0;
  }

  return {
    canPass: () => reader.isSilent(NO_WORDS, context),
    pass: waits,
    *readSteps(block) {
      if (reader.isSilent(block, context)) {
        waits(block);
        return [];
      }
      yield* catchUp();
      const reading = yield* reader.readSteps(block, context);
      context = reading.context;
      return reading.findings;
    },
  };
}
