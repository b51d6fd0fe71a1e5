/**
 * Readings: what the engine made of each block, so that it reads none twice after the same words. A block that stands
 * remembers its own; of blocks that a page took away the words are remembered for one pass, since pages put the same
 * words up again.
 */
import { EMPTY_CONTEXT, sameContext } from '../engine/match/context';
import { NO_WORDS } from '../engine/run';
import type { Block, Context, Reader, Reading } from '../engine/types';
import type { PageBlock, PagePart } from './collect';

export interface Readings extends Pick<Reader, 'isSilent' | 'readSteps'> {
  /** How many blocks the engine has read. */
  count(): number;
  /** These stand no more, or will be made anew. */
  retire(items: readonly (PageBlock | PagePart)[]): void;
  /** Forgets the words of those. */
  forget(): void;
}

interface Known {
  /** Whether it may name an anchor; null where nobody asked. */
  isNaming: boolean | null;
  context: Context;
  reading: Reading | null;
}

export function openReadings(reader: Pick<Reader, 'isSilent' | 'readSteps'>): Readings {
  const known = new WeakMap<Block, Known>();
  const retired = new Map<string, Reading>();
  let count = 0;
  /** The context that was asked about last, and whether what names no anchor is silent in it. */
  let asked: Context | null = null;
  let isQuiet = false;

  const knownOf = (block: Block): Known => {
    let one = known.get(block);
    if (one === undefined) known.set(block, (one = { isNaming: null, context: EMPTY_CONTEXT, reading: null }));
    return one;
  };

  return {
    count: () => count,
    isSilent(block, context) {
      if (block.kind === 'title') return false;
      if (context !== asked) {
        isQuiet = reader.isSilent(NO_WORDS, context);
        asked = context;
      }
      if (!isQuiet || block.text === '') return isQuiet;
      const one = knownOf(block);
      one.isNaming ??= !reader.isSilent(block, EMPTY_CONTEXT);
      return !one.isNaming;
    },
    *readSteps(block, context) {
      const one = knownOf(block);
      if (one.reading === null || !sameContext(one.context, context)) {
        const key = keyOf(block, context);
        let reading = retired.get(key);
        if (reading === undefined) {
          reading = yield* reader.readSteps(block, context);
          count++;
          retired.set(key, reading);
        }
        one.reading = reading;
      }
      one.context = context;
      return one.reading;
    },
    retire(items) {
      const open = [...items];
      for (let item = open.pop(); item !== undefined; item = open.pop()) {
        if (!('text' in item)) {
          for (const one of item.items ?? []) open.push(one);
          continue;
        }
        const one = known.get(item);
        if (one !== undefined && one.reading !== null) retired.set(keyOf(item, one.context), one.reading);
      }
    },
    forget: () => retired.clear(),
  };
}

/** The same words after the same words: what a reading depends on, and nothing else. */
const keyOf = ({ kind, lang, text }: Block, context: Context): string =>
  `${kind} ${lang ?? ''} ${JSON.stringify(context)} ${text}`;
