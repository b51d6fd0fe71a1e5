/** The engine at each setting of the options page's dial, and what the labelled rows say of it there and of the pack. */
import { readingData } from '../../engine/pack/reading';
import type { Pack } from '../../engine/pack/schema';
import { EMPTY_CONTEXT, openReader } from '../../engine/read';
import { CONFIDENCE } from '../../settings/page-settings';
import { figuresOf, measure, type Detector } from './measure';
import type { Row } from './rows';

export interface Setting {
  /** Of a hundred mentions. */
  readonly found: number;
  /** Of the hard negatives. */
  readonly marked: number;
}

export interface DialFigures {
  readonly mentions: number;
  readonly misleading: number;
  readonly settings: Readonly<Record<string, Setting>>;
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

/** As the detector, which is asked once for each row, however many settings are measured. */
export function rememberGuesses(detect: Detector): Detector {
  const known = new Map<Row, ReturnType<Detector>>();
  return (row) => {
    const guesses = known.get(row) ?? detect(row);
    known.set(row, guesses);
    return guesses;
  };
}

/** Whole per cents: the rows are too few for more. */
const percent = (value: number | null): number => Math.round(100 * (value ?? 0));

/**
 * Found is measured on `unseen`, the rows that nobody read while the rules were mended; which of the misleading sentences
 * are marked, on all there are: `unseen` holds too few to tell one setting from the other.
 */
export function dialFigures(unseen: readonly Row[], seen: readonly Row[], detect: Detector): DialFigures {
  const remembered = rememberGuesses(detect);
  const measureAt = (confidence: number): Setting => {
    const detectAt = atLeast(remembered, confidence);
    const fresh = measure(unseen, detectAt);
    return { found: percent(figuresOf(fresh).recall), marked: fresh.falseMarks + measure(seen, detectAt).falseMarks };
  };
  const isMisleading = (row: Row): boolean => 'differs' in row;
  return {
    mentions: unseen.filter((row) => !isMisleading(row)).length,
    misleading: [...unseen, ...seen].filter(isMisleading).length,
    settings: Object.fromEntries(Object.entries(CONFIDENCE).map(([name, least]) => [name, measureAt(least)])),
  };
}

/** What the bundled pack's header says of it: shares at the normal setting, to two places. */
export function packFigures(
  unseen: readonly Row[],
  detect: Detector,
): { readonly precision: number; readonly recall: number } {
  const { precision, recall } = figuresOf(measure(unseen, atLeast(detect, CONFIDENCE.normal)));
  return { precision: percent(precision) / 100, recall: percent(recall) / 100 };
}

/** The text of `pack.yaml` with these shares under `measured`. Throws where it has none to replace. */
export function withPackFigures(yaml: string, figures: ReturnType<typeof packFigures>): string {
  return Object.entries(figures).reduce((text, [name, share]) => {
    const line = new RegExp(`^  ${name}: .*$`, 'mu');
    if (!line.test(text)) throw new Error(`The pack's header has no "${name}" under "measured"`);
    return text.replace(line, `  ${name}: ${share}`);
  }, yaml);
}
