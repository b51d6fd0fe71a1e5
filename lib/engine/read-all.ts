/**
 * Several readers as one: each pack is read by itself, with a context of its own, so that what two packs call alike
 * never meets. The findings of all, in the order of the packs.
 */
import { EMPTY_CONTEXT } from './match/context';
import { toEnd, type Steps } from './steps';
import type { Block, Context, Reader, Reading, Work } from './types';

/** The first reader's context carries those of the others. One reader is given back as it is. */
export function joinReaders(readers: readonly Reader[]): Reader {
  const [first, ...others] = readers;
  if (first === undefined) throw new Error('There is no reader to join');
  if (others.length === 0) return first;
  const contextOf = (context: Context, at: number): Context =>
    at === 0 ? context : (context.others?.[at - 1] ?? EMPTY_CONTEXT);
  const sum = (what: keyof Work): number => readers.reduce((all, { work }) => all + work[what], 0);
  function* readSteps(block: Block, context: Context): Steps<Reading> {
    const readings: Reading[] = [];
    for (const [at, reader] of readers.entries()) readings.push(yield* reader.readSteps(block, contextOf(context, at)));
    const [own, ...rest] = readings.map((reading) => reading.context);
    return {
      findings: readings.flatMap(({ findings }) => findings),
      context: { ...(own ?? EMPTY_CONTEXT), others: rest },
    };
  }

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
    read: (block, context) => toEnd(readSteps(block, context)),
    readSteps,
  };
}
