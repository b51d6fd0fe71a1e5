/**
 * What a detector makes of labelled rows. A mention counts as found where the detector names its claim; a hard
 * negative is marked where it names that claim. Asserts and reports count as one stance: the mark is the same.
 */
import type { Stance } from '../../engine/pack/schema';
import type { Row } from './rows';

export interface Guess {
  readonly claim: string;
  readonly stance: Stance;
  readonly confidence: number;
}

export type Detector = (row: Row) => readonly Guess[];

export interface Tally {
  n: number;
  hit: number;
  miss: number;
  falseMarks: number;
  negatives: number;
  stanceRight: number;
  denials: number;
  denialsAsserted: number;
}

export const newTally = (): Tally => ({
  n: 0,
  hit: 0,
  miss: 0,
  falseMarks: 0,
  negatives: 0,
  stanceRight: 0,
  denials: 0,
  denialsAsserted: 0,
});

const shown = (stance: Stance): Stance => (stance === 'reports' ? 'asserts' : stance);

export function addRow(tally: Tally, row: Row, guesses: readonly Guess[]): void {
  tally.n++;
  const guess = guesses.find((g) => g.claim === row.claim);
  if ('differs' in row) {
    tally.negatives++;
    if (guess) tally.falseMarks++;
    return;
  }
  if (!guess) {
    tally.miss++;
    return;
  }
  tally.hit++;
  if (shown(guess.stance) === shown(row.stance)) tally.stanceRight++;
  if (row.stance !== 'denies') return;
  tally.denials++;
  if (shown(guess.stance) === 'asserts') tally.denialsAsserted++;
}

/** Null where nothing was there to be right about. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export interface Figures {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number;
  readonly stance: number | null;
}

export function figuresOf(tally: Tally): Figures {
  const precision = share(tally.hit, tally.hit + tally.falseMarks);
  const recall = share(tally.hit, tally.hit + tally.miss);
  const f1 = precision && recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1, stance: share(tally.stanceRight, tally.hit) };
}

export function measure(rows: readonly Row[], detect: Detector): Tally {
  const tally = newTally();
  for (const row of rows) addRow(tally, row, detect(row));
  return tally;
}
