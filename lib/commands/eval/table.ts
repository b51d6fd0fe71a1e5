/** Figures as Markdown tables: a share of under twenty rows says "too few" beside its number. */
import type { Guess } from './measure';
import { figuresOf, share, type Tally } from './measure';
import type { Row } from './rows';

const TOO_FEW = 20;

const percent = (value: number | null): string => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);

export function tallyTable(title: string, tallies: ReadonlyMap<string, Tally>): string {
  const lines = [...tallies].map(([name, tally]) => {
    const { precision, recall, f1, stance } = figuresOf(tally);
    const few = tally.n < TOO_FEW ? ' (too few)' : '';
    const denials = `${tally.denialsAsserted} of ${tally.denials}`;
    return `| ${name} | ${tally.n}${few} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} | ${percent(stance)} | ${denials} | ${tally.falseMarks} of ${tally.negatives} |`;
  });
  return [
    `| ${title} | n | precision | recall | F1 | stance | denials shown as assertion | hard negatives marked |`,
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** How often a guess of a given confidence is right; a guess on a hard negative is wrong. */
export function calibrationTable(rows: readonly (readonly [Row, readonly Guess[]])[]): string {
  const bins = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 1.01];
  const lines = bins.slice(0, -1).map((low, i) => {
    const high = bins[i + 1] ?? 1.01;
    const guesses = rows.flatMap(([row, list]) =>
      list
        .filter((g) => g.claim === row.claim && g.confidence >= low && g.confidence < high)
        .map(() => !('differs' in row)),
    );
    const right = guesses.filter(Boolean).length;
    const few = guesses.length < TOO_FEW ? ' (too few)' : '';
    return `| ${low.toFixed(2)} to ${Math.min(high, 1).toFixed(2)} | ${guesses.length}${few} | ${percent(share(right, guesses.length))} |`;
  });
  return ['| confidence | n | right |', '|---|---|---|', ...lines].join('\n');
}
