/** What the engine needs of a pack, and nothing else: this is what travels to a page. */
import type { ReadingData } from '../types';
import type { Pack } from './schema';

export function readingData(pack: Pack): ReadingData {
  return {
    languages: pack.languages,
    concepts: pack.concepts,
    claims: pack.claims.map(({ id, frames, slots }) => ({
      id,
      frames,
      ...(slots?.quantity ? { quantity: slots.quantity } : {}),
    })),
  };
}
