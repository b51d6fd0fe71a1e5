/**
 * Claims as many as asked for, alike but for the thing that each is about: all share their country, their buyer and
 * their verbs, so that what grows with their number shows. The first hundred are the same whatever the count.
 */
import type { Concept } from '../../../lib/engine/pack/schema';
import type { Block, ReadingData } from '../../../lib/engine/types';
import { SMALL } from '../../support/small-pack';

/** Claims that the made text may tell. */
const TOLD = 100;

/** A name that no other number gives: its digits as syllables. */
export function nameOf(number: number): string {
  const syllables = ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'ni', 'po', 'ru'];
  return [...String(number)].map((digit) => syllables[Number(digit)]).join('');
}

export function makeClaims(count: number): ReadingData {
  const numbers = Array.from({ length: count }, (_, i) => i);
  const things = numbers.map((number): Concept => ({
    id: `thing-${number}`,
    kind: 'object',
    forms: { en: [`${nameOf(number)} launcher+`] },
  }));
  return {
    languages: SMALL.languages,
    concepts: [...SMALL.concepts, ...things],
    claims: numbers.map((number) => ({
      id: `claim-${number}`,
      frames: [
        {
          id: 'deal',
          roles: { action: ['buy', 'sell'], object: [`thing-${number}`], receiver: ['usa'], giver: ['kazakhstan'] },
        },
      ],
    })),
  };
}

/** `sentences` blocks of one sentence; the first `told` of them tell a claim, the others name its parties and no thing. */
export function makeText(sentences: number, told: number): readonly Block[] {
  return Array.from({ length: sentences }, (_, i): Block => {
    const text =
      i < told
        ? `The US bought ${nameOf(i % TOLD)} launchers from Kazakhstan.`
        : `The US and Kazakhstan met on day ${i} to speak of roads.`;
    return { kind: 'text', text };
  });
}
