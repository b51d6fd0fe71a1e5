/** No hostile page without its row, its tests and its figures in tests/README.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countRows, drawTable, putTable, tableIn, type Report } from '../../../lib/commands/rows-table';
import { PLAIN, ROWS } from '../../support/row-names';

const README = readFileSync('tests/README.md', 'utf8');
const HOSTILE = 'tests/e2e/hostile';
const sources = readdirSync(HOSTILE).map((file) => readFileSync(`${HOSTILE}/${file}`, 'utf8'));
/** `spy` of `test('spy: learns nothing …'`. */
const tested = new Set(
  sources.flatMap((text) => [...text.matchAll(/\btest\(\s*['`]([a-z-]+): /gu)].map((found) => found[1] ?? '')),
);

const report = (...tests: readonly (readonly [browser: string, title: string, status: string])[]): Report => ({
  testResults: [
    {
      assertionResults: tests.map(([browser, title, status]) => ({
        ancestorTitles: [`worlds, in ${browser}`],
        title,
        status,
      })),
    },
  ],
});

test('every folder of pages is a row, or a page with nothing wrong that a test opens', () => {
  const folders = readdirSync('tests/pages').toSorted();
  expect([...Object.keys(ROWS), ...Object.keys(PLAIN)].toSorted()).toEqual(folders);
  for (const [folder, file] of Object.entries(PLAIN)) {
    expect(readFileSync(`tests/e2e/${file}`, 'utf8')).toContain(`${folder}/`);
    expect(README).toContain(`\`${folder}\``);
  }
});

test('every row has tests, and no test is of a page that is no row', () => {
  expect([...tested].toSorted()).toEqual(Object.keys(ROWS).toSorted());
});

test('in the README every row was tried and passed in both browsers', () => {
  const lines = tableIn(README)?.split('\n') ?? [];
  const rows = lines.flatMap((line) => {
    const found = /^\| \[`([a-z-]+)`\]\(pages\/\1\) \| .+ \| (\d+), (\d+) \| (\d+), (\d+) \|$/u.exec(line);
    return found === null ? [] : [{ name: found[1], figures: found.slice(2).map(Number) }];
  });
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(ROWS));
  for (const { name, figures } of rows) {
    const most = Math.max(1, ...figures);
    expect({ name, figures }).toEqual({ name, figures: [most, most, most, most] });
  }
  const all = Object.keys(ROWS).length;
  expect(lines.at(-1)).toBe(`| **rows** | of ${all} | **${all}, ${all}** | **${all}, ${all}** |`);
});

test('counts tests by row and browser, and a skipped one as tried', () => {
  const counts = countRows(
    report(
      ['firefox', 'spy: learns nothing', 'passed'],
      ['firefox', 'spy: does hear', 'pending'],
      ['chromium', 'spy: learns nothing', 'passed'],
      ['chromium', 'neither marks nor an open card move anything', 'passed'],
    ),
  );
  expect([...counts]).toEqual([
    ['spy firefox', { tried: 2, passed: 1 }],
    ['spy chromium', { tried: 1, passed: 1 }],
  ]);
});

test('a row of which one test failed, or none ran, is not passed', () => {
  const counts = countRows(
    report(
      ['chromium', 'spy: learns nothing', 'passed'],
      ['firefox', 'spy: learns nothing', 'passed'],
      ['firefox', 'spy: does hear', 'failed'],
    ),
  );
  const table = drawTable({ spy: 'listens', print: 'is printed' }, counts);
  expect(table.split('\n').slice(2)).toEqual([
    '| [`spy`](pages/spy) | listens | 1, 1 | 2, 1 |',
    '| [`print`](pages/print) | is printed | 0, 0 | 0, 0 |',
    '| **rows** | of 2 | **1, 1** | **1, 0** |',
  ]);
  const text = 'a\n<!-- rows -->\nold\n<!-- end of rows -->\nb';
  expect(putTable(text, table)).toBe(text.replace('old', table));
  expect(() => putTable('a', table)).toThrow(/no place for the table/u);
});
