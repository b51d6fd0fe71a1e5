/** The engine at each setting of the options page's dial, and what the labelled rows say of it. */
import { readingData } from '../../engine/pack/reading';
import type { Pack } from '../../engine/pack/schema';
import { EMPTY_CONTEXT, openReader } from '../../engine/read';
import { CONFIDENCE } from '../../settings/page-settings';
import { figuresOf, measure, type Detector } from './measure';
import type { Row } from './rows';

export interface DialFigures {
  readonly sentences: number;
  readonly [setting: string]: number | { readonly precision: number; readonly recall: number };
}

/** Rows with a headline or earlier sentences are read as a page would be. */
export function engineDetector(pack: Pack): Detector {
  const reader = openReader(readingData(pack));
  return (row) => {
    let context = EMPTY_CONTEXT;
    row.before.forEach((text, i) => {
      context = reader.read({ text, kind: i === 0 ? 'title' : 'text' }, context).context;
    });
    return reader.read({ text: row.text, kind: 'text' }, context).findings;
  };
}

export const atLeast =
  (detect: Detector, confidence: number): Detector =>
  (row) =>
    detect(row).filter((guess) => guess.confidence >= confidence);

/** Whole per cents: the rows are too few for more. */
export function dialFigures(rows: readonly Row[], detect: Detector): DialFigures {
  const share = (value: number | null): number => Math.round(100 * (value ?? 0));
  const settings = Object.entries(CONFIDENCE).map(([name, confidence]) => {
    const { precision, recall } = figuresOf(measure(rows, atLeast(detect, confidence)));
    return [name, { precision: share(precision), recall: share(recall) }] as const;
  });
  return { sentences: rows.length, ...Object.fromEntries(settings) };
}
