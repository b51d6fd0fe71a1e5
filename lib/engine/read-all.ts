/**
 * Several readers as one: each pack is read by itself, with a context of its own, so that what two packs call alike
 * never meets. The findings of all, in the order of the packs.
 */
import { EMPTY_CONTEXT } from './match/context';
import type { Block, Context, Reader, Work } from './types';

/** The first reader's context carries those of the others. One reader is given back as it is. */
export function joinReaders(readers: readonly Reader[]): Reader {
  const [first, ...others] = readers;
  if (first === undefined) throw new Error('There is no reader to join');
  if (others.length === 0) return first;
  const contextOf = (context: Context, at: number): Context =>
    at === 0 ? context : (context.others?.[at - 1] ?? EMPTY_CONTEXT);
  const sum = (what: keyof Work): number => readers.reduce((all, { work }) => all + work[what], 0);
  return {
    get work() {
      return { blocks: sum('blocks'), tokens: sum('tokens'), frames: sum('frames') };
    },
    get gate() {
      const gates = readers.flatMap(({ gate }) => (gate === null ? [] : [gate]));
      return gates.length < readers.length ? null : { test: (text: string) => gates.some((gate) => gate.test(text)) };
    },
    mayName: (text) => readers.some((reader) => reader.mayName(text)),
    isSilent: (block, context) => readers.every((reader, at) => reader.isSilent(block, contextOf(context, at))),
    read(block: Block, context: Context) {
      const own = first.read(block, context);
      const rest = others.map((reader, at) => reader.read(block, contextOf(context, at + 1)));
      return {
        findings: [own, ...rest].flatMap(({ findings }) => findings),
        context: { ...own.context, others: rest.map((reading) => reading.context) },
      };
    },
  };
}
