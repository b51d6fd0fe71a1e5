/**
 * The table of tests/README.md: for every page of tests/pages how many tests of it were tried and passed in each
 * browser, counted from vitest's report by the names that `row` in tests/support/rows.ts gives.
 */

export const BROWSERS = ['chromium', 'firefox'] as const;

/** The part of vitest's JSON report that is read here. */
export interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      /** The names of the groups around the test, such as `worlds, in firefox`. */
      readonly ancestorTitles: readonly string[];
      /** `clobbered: marks and card stand`. */
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

export interface Figures {
  readonly tried: number;
  readonly passed: number;
}

/** By row and browser: `clobbered firefox`. */
export function countRows(report: Report): ReadonlyMap<string, Figures> {
  const counts = new Map<string, Figures>();
  for (const { ancestorTitles, title, status } of report.testResults.flatMap((file) => file.assertionResults)) {
    const browser = BROWSERS.find((one) => ancestorTitles.some((group) => group.endsWith(`, in ${one}`)));
    const name = /^([a-z-]+): /u.exec(title)?.[1];
    if (browser === undefined || name === undefined) continue;
    const key = `${name} ${browser}`;
    const { tried, passed } = counts.get(key) ?? { tried: 0, passed: 0 };
    counts.set(key, { tried: tried + 1, passed: passed + (status === 'passed' ? 1 : 0) });
  }
  return counts;
}

const words = ({ tried, passed }: Figures): string => `${tried}, ${passed}`;

/** One line a row, and the sum of the rows: a row is passed where each of its tests is. */
export function drawTable(rows: Readonly<Record<string, string>>, counts: ReadonlyMap<string, Figures>): string {
  const sums = BROWSERS.map(() => ({ tried: 0, passed: 0 }));
  const lines = Object.entries(rows).map(([name, does]) => {
    const cells = BROWSERS.map((browser, i) => {
      const found = counts.get(`${name} ${browser}`) ?? { tried: 0, passed: 0 };
      const sum = sums[i];
      if (sum !== undefined && found.tried > 0) {
        sum.tried++;
        if (found.passed === found.tried) sum.passed++;
      }
      return words(found);
    });
    return `| [\`${name}\`](pages/${name}) | ${does} | ${cells.join(' | ')} |`;
  });
  return [
    '| the page | | Chromium: tried, passed | Firefox: tried, passed |',
    '|---|---|---|---|',
    ...lines,
    `| **rows** | of ${lines.length} | **${sums.map(words).join('** | **')}** |`,
  ].join('\n');
}

const START = '<!-- rows -->\n';
const END = '\n<!-- end of rows -->';

/** The table as it stands in a text, or null. */
export function tableIn(text: string): string | null {
  const from = text.indexOf(START);
  const to = text.indexOf(END);
  return from === -1 || to === -1 ? null : text.slice(from + START.length, to);
}

export function putTable(text: string, table: string): string {
  const now = tableIn(text);
  if (now === null) throw new Error('The text has no place for the table: <!-- rows --> and <!-- end of rows -->');
  return text.replace(`${START}${now}${END}`, `${START}${table}${END}`);
}
