/**
 * `npm run rows`: runs the hostile pages in both browsers with what `npm run build` and `npm run build:firefox` made,
 * and writes what was tried and passed into tests/README.md. Ends with status 1 where not every row passed.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROWS } from '../../tests/support/row-names';
import { countRows, drawTable, putTable, type Report } from './rows-table';
import { ROOT, runCommand, runStep, say, SetupError } from './setup.mjs';

await runCommand(async () => {
  const report = join(ROOT, '.dalel', 'rows.json');
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', 'tests/e2e/hostile'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  rmSync(report, { force: true });
  const status = await runStep('hostile pages', process.execPath, [...args, ...reporters], {});
  if (!existsSync(report)) throw new SetupError('No test of tests/e2e/hostile ran: what vitest said stands above.');
  const found = JSON.parse(readFileSync(report, 'utf8')) as Report; // Written by vitest a moment ago.
  const table = drawTable(ROWS, countRows(found));
  const file = join(ROOT, 'tests', 'README.md');
  writeFileSync(file, putTable(readFileSync(file, 'utf8'), table));
  say(table.split('\n').at(-1) ?? '');
  return status;
});
