/** A match: which words of a sentence fill which role of a frame, and how far they stand apart, in tokens. */
import type { Mention } from '../lexicon/lexicon';
import type { Named } from '../types';
import type { Frame, RoleName } from '../pack/schema';

export interface Stretch {
  /** First token and the one after the last. */
  readonly from: number;
  readonly to: number;
}

export interface Filled {
  readonly role: RoleName;
  readonly from: number;
  readonly to: number;
  readonly isSettled: boolean;
}

export interface Match {
  readonly frame: Frame;
  readonly filled: readonly Filled[];
  /** Roles that the sentence fills too far off to be quoted. */
  readonly away: readonly Filled[];
  readonly fromContext: readonly { readonly role: RoleName; readonly named: Named }[];
  readonly action: Mention | null;
  /** 1, or less where a rule holds only in part: such a match shows at the thorough setting alone. */
  readonly trust: number;
  /** All actions of the sentence around which the frame can be filled. */
  readonly actions: readonly Mention[];
  /** First token and the one after the last. */
  readonly from: number;
  readonly to: number;
}

export function gapBetween(a: Stretch, b: Stretch): number {
  return a.from >= b.to ? a.from - b.to : Math.max(0, b.from - a.to);
}

export function distance(candidate: Stretch, filled: readonly Filled[]): number {
  return filled.length === 0 ? 0 : Math.min(...filled.map((f) => gapBetween(f, candidate)));
}

export function rangeOf(filled: readonly Filled[]): Stretch {
  return { from: Math.min(...filled.map((f) => f.from)), to: Math.max(...filled.map((f) => f.to)) };
}

export function spanOf(filled: readonly Filled[]): number {
  return Math.max(...filled.map((f) => f.to)) - Math.min(...filled.map((f) => f.from));
}
