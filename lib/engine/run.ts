/**
 * Run: blocks in their order to what is found in each. One in which nothing can be found waits until a later one may
 * need what it named; most wait for ever, so that of a long page only what stands near our names is read. Law: finds
 * what `check` finds.
 */
import { BLOCKS_REMEMBERED, EMPTY_CONTEXT, forgotten } from './match/context';
import type { Block, Context, Finding, Reader, Reading } from './types';

/** `read` is the reader's own, or one that remembers. */
export function openRun(
  reader: Pick<Reader, 'isSilent'>,
  read: (block: Block, context: Context) => Reading,
): (block: Block) => readonly Finding[] {
  let context = EMPTY_CONTEXT;
  let waiting: Block[] = [];
  return (block) => {
    if (reader.isSilent(block, context)) {
      waiting.push(block);
      if (waiting.length > BLOCKS_REMEMBERED) {
        waiting.shift();
        context = forgotten(context);
      }
      return [];
    }
    for (const one of waiting) ({ context } = read(one, context));
    waiting = [];
    const reading = read(block, context);
    context = reading.context;
    return reading.findings;
  };
}
