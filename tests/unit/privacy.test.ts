/** PRIVACY.md names the test that holds each promise: every one of them is there, by its name. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const TEXT = readFileSync('PRIVACY.md', 'utf8');
const ROWS = [...TEXT.matchAll(/^\| (?<promise>.+?) *\| \[“(?<name>[^”]+)”\]\((?<file>[^)]+)\) *\|$/gmu)].map(
  ({ groups }) => [groups?.['promise'] ?? '', groups?.['name'] ?? '', groups?.['file'] ?? ''] as const,
);

test('every row of the table of promises names a test', () => {
  const [, table = ''] = TEXT.split('## Which test holds what');
  const rows = table.split('\n').filter((line) => line.startsWith('|'));
  expect(ROWS.length).toBe(rows.length - 2);
  expect(ROWS.length).toBeGreaterThanOrEqual(15);
});

test.each(ROWS)('%s: there is a test “%s” in %s', (_promise, name, file) => {
  expect(readFileSync(file, 'utf8')).toContain(name);
});
