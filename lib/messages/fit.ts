/**
 * What a page may say of itself has a size (see `requests.ts`); a page that holds more claims says as many of them as
 * there is room for, the first ones, rather than being refused whole. Pure; the annotator's side.
 */
import type { ClaimId } from '../engine/types';
import type { Protocol } from './protocol';

export const MOST_CLAIMS = 1000;
export const MOST_ASKED_LENGTH = 32_000;
export const MOST_FOUND_LENGTH = 4096;
/** What stands around the list: names of fields, brackets, every limit that can be met. */
const AROUND = 150;

/** Items from the start of the list whose JSON fits, by UTF-16 units. */
function fit<T>(list: readonly T[], maxLength: number): readonly T[] {
  let left = maxLength - AROUND;
  const end = list.findIndex((item) => (left -= JSON.stringify(item).length + 1) < 0);
  return list.slice(0, Math.min(end === -1 ? list.length : end, MOST_CLAIMS));
}

export const fitAsked = (ids: readonly ClaimId[]): readonly ClaimId[] => fit(ids, MOST_ASKED_LENGTH);

type Found = Protocol['page/found']['request'];

/** Where claims were left out, that is among the limits which the popup tells of. */
export function fitFound({ counts, capped }: Found): Found {
  const kept = fit(counts, MOST_FOUND_LENGTH);
  return kept.length === counts.length ? { counts, capped } : { counts: kept, capped: [...capped, 'claims'] };
}
