/**
 * Several readers as one: each pack is read by itself, with a context of its own, so that what two packs call alike
 * never meets. The findings of all, in the order of the packs.
 */
import { EMPTY_CONTEXT } from './match/context';
import type { Block, Context, Reader } from './types';

/** The first reader's context carries those of the others. One reader is given back as it is. */
export function joinReaders(readers: readonly Reader[]): Reader {
  const [first, ...others] = readers;
  if (first === undefined) throw new Error('There is no reader to join');
  if (others.length === 0) return first;
  return {
    read(block: Block, context: Context) {
      const own = first.read(block, context);
      const rest = others.map((reader, at) => reader.read(block, context.others?.[at] ?? EMPTY_CONTEXT));
      return {
        findings: [own, ...rest].flatMap(({ findings }) => findings),
        context: { ...own.context, others: rest.map((reading) => reading.context) },
      };
    },
  };
}
