/**
 * What the background lays into a frame's isolated world while it injects the annotator there. The two come in either
 * order, and where a frame knocked twice, two of each: what comes first waits as `globalThis.dalelHandOver`.
 */
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

type Start = (handOver: HandOver) => void;
/** What waits, in its order: what was handed over, or annotators that nothing was handed yet; never both. */
type World = { [HAND_OVER]?: (HandOver | Start)[] };

/** Runs in the frame's isolated world: nothing outside this function is there. */
export function layDown(name: typeof HAND_OVER, handOver: HandOver): void {
  const world = globalThis as World;
  // An element of the page with that id is none of ours.
  if (!Object.hasOwn(world, name)) Object.defineProperty(world, name, { value: [], configurable: true });
  const waiting = world[name] ?? [];
  if (typeof waiting[0] === 'function') (waiting.shift() as Start)(handOver);
  else waiting.push(handOver);
}

/** Calls `start` once with what was laid down for it, now or when it comes. */
export function takeHandOver(start: Start): void {
  const world = globalThis as World;
  if (!Object.hasOwn(world, HAND_OVER)) Object.defineProperty(world, HAND_OVER, { value: [], configurable: true });
  const waiting = world[HAND_OVER] ?? [];
  if (typeof waiting[0] === 'object') start(waiting.shift() as HandOver);
  else waiting.push(start);
}

/** The indexes as bytes, `shipped` in its place. Decoded natively, which every browser that we run in does and TypeScript's library does not know yet. */
export function readingBytes({ readings }: HandOver, shipped: string | null = null): readonly Uint8Array[] {
  const decoder = Uint8Array as unknown as { fromBase64(text: string): Uint8Array };
  return readings.map((reading) => decoder.fromBase64(reading ?? shipped ?? ''));
}
