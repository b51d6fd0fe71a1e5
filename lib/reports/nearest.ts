/**
 * Words to the known claims that they may tell. Claims are compared by the beginnings of their words in every language
 * of the record (proposition, and the sentences on which it was tried); rare words weigh more. Pure.
 */
import type { Claim } from '../engine/pack/schema';
import { fold } from '../engine/text/fold';
import type { ClaimId } from '../engine/types';

const WORD = /[\p{L}\p{M}]+|\p{Nd}+/gu;
/** Enough of a word to tell it, and little enough for its endings not to matter. */
const STEM = 5;
/** Below this share of its weight a text has little to do with a claim. */
const LEAST_SHARE = 0.3;
const LEAST_WORDS = 2;

function stemsOf(text: string): ReadonlySet<string> {
  const words = fold(text).match(WORD) ?? [];
  return new Set(words.filter((word) => word.length > 2 || /\d/u.test(word)).map((word) => word.slice(0, STEM)));
}

export interface Nearest {
  /** The nearest first; empty where the words share too little with every claim. */
  find(text: string, most: number): readonly ClaimId[];
}

export function openNearest(claims: readonly Claim[]): Nearest {
  const holders = new Map<string, number[]>();
  claims.forEach(({ proposition, fixtures }, index) => {
    const said = [...Object.values(proposition), ...fixtures.positive.map(({ text }) => text)];
    for (const stem of stemsOf(said.join('\n'))) {
      const list = holders.get(stem);
      if (list === undefined) holders.set(stem, [index]);
      else list.push(index);
    }
  });
  /** Of a word that no claim has: as of one that a single claim has. */
  const weightOf = (held: number): number => Math.log(1 + claims.length / Math.max(1, held));
  return {
    find(text, most) {
      const shared = new Map<number, { words: number; weight: number }>();
      let whole = 0;
      for (const stem of stemsOf(text)) {
        const list = holders.get(stem) ?? [];
        const weight = weightOf(list.length);
        whole += weight;
        for (const index of list) {
          const before = shared.get(index) ?? { words: 0, weight: 0 };
          shared.set(index, { words: before.words + 1, weight: before.weight + weight });
        }
      }
      return [...shared]
        .filter(([, { words, weight }]) => words >= LEAST_WORDS && weight >= whole * LEAST_SHARE)
        .toSorted(([a, one], [b, other]) => other.weight - one.weight || a - b)
        .slice(0, most)
        .flatMap(([index]) => claims[index]?.id ?? []);
    },
  };
}
