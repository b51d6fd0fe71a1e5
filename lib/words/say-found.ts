/** "Dalel: 3 known claims here, 5 mentions": a page's marks counted in words, for the toolbar and a screen reader. */
import type { Values } from './say';

type FoundKey = 'card.found' | 'card.found.claims' | 'card.found.mentions';

export const sayFound = (say: (key: FoundKey, values: Values) => string, claims: number, mentions: number): string =>
  say('card.found', {
    claims: say('card.found.claims', { n: claims }),
    mentions: say('card.found.mentions', { n: mentions }),
  });
