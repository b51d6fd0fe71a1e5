/** What the background lays into a frame's isolated world right before it injects the annotator, as `globalThis.dalelHandOver`. */
import type { Entries } from '../words/say';
import type { PageSettings } from './protocol';

export interface HandOver {
  /** Keyed hash of the page's origin, `d` and 16 hex digits: the stem of every highlight name of ours here. */
  readonly highlight: string;
  /** The index that the engine reads with, in base64: one string passes at a fraction of what the data would cost. */
  readonly reading: string;
  readonly settings: PageSettings;
  /** The card's words (keys that begin with `card.`) in the interface language. */
  readonly words: Entries;
}

export const HAND_OVER = 'dalelHandOver';

/** The index as bytes. Decoded natively, which every browser that we run in does and TypeScript's library does not know yet. */
export function readingBytes({ reading }: HandOver): Uint8Array {
  return (Uint8Array as unknown as { fromBase64(text: string): Uint8Array }).fromBase64(reading);
}
