/** Targets: what a part measured of the bars that targets.json lists, for the table at the head of RESULTS.md. */
import { bar } from './figures';

export interface Measured {
  readonly id: string;
  /** The figure furthest from its bar, and how many of all were within it. */
  readonly figure: string;
  readonly isMet: boolean;
}

interface Case {
  readonly share: number;
  readonly figure: string;
}

const cases = new Map<string, Case[]>();

/** One measured case of a target: `figure` is `value` as a person reads it, with where it was measured. */
export function judge(id: string, value: number, most: number, figure: string): void {
  if (Number.isNaN(value)) return;
  cases.set(id, [...(cases.get(id) ?? []), { share: value / most, figure }]);
}

/** The same, and what `bar` says. */
export function barOf(id: string, value: number, most: number, text: string, figure: string): string {
  judge(id, value, most, figure);
  return bar(value, most, text);
}

/** All targets of which this process measured a case. */
export function measuredTargets(): readonly Measured[] {
  return [...cases].map(([id, list]) => {
    const met = list.filter(({ share }) => share <= 1).length;
    const [worst] = list.toSorted((a, b) => b.share - a.share);
    const among = list.length === 1 ? '' : `, the worst of ${list.length}, ${met} within`;
    return { id, figure: `${worst?.figure ?? ''}${among}`, isMet: met === list.length };
  });
}
