/** What the background lays into a frame's isolated world right before it injects the annotator, as `globalThis.dalelHandOver`. */
import type { ReadingData } from '../engine/types';
import type { Entries } from '../words/say';
import type { PageSettings } from './protocol';

export interface HandOver {
  /** Keyed hash of the page's origin, `d` and 16 hex digits: the stem of every highlight name of ours here. */
  readonly highlight: string;
  readonly reading: ReadingData;
  readonly settings: PageSettings;
  /** The card's words (keys that begin with `card.`) in the interface language. */
  readonly words: Entries;
}

export const HAND_OVER = 'dalelHandOver';
