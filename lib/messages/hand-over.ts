/** What the background lays into a frame's isolated world right before it injects the annotator, as `globalThis.dalelHandOver`. */
import type { Entries } from '../words/say';
import type { PageSettings } from './protocol';

export interface HandOver {
  /** Keyed hash of the page's origin, `d` and 16 hex digits: the stem of every highlight name of ours here. */
  readonly highlight: string;
  /**
   * The indexes that the engine reads with, one a pack, in base64: a string passes at a fraction of what the data would
   * cost. Null stands for the one that `reading.js` brings.
   */
  readonly readings: readonly (string | null)[];
  readonly settings: PageSettings;
  /** The card's words (keys that begin with `card.`) in the interface language. */
  readonly words: Entries;
}

export const HAND_OVER = 'dalelHandOver';

/** The indexes as bytes, `shipped` in its place. Decoded natively, which every browser that we run in does and TypeScript's library does not know yet. */
export function readingBytes({ readings }: HandOver, shipped: string | null = null): readonly Uint8Array[] {
  const decoder = Uint8Array as unknown as { fromBase64(text: string): Uint8Array };
  return readings.map((reading) => decoder.fromBase64(reading ?? shipped ?? ''));
}
