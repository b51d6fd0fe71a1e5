/**
 * `npm run claims:new -- <topic> <id> [--from report.json]`: starts the file of a claim, filled in from a shared report
 * where one is named, and says what to do with it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { TOPICS } from '../engine/pack/schema';
import { readReportsFile } from '../reports/read-file';
import type { Report } from '../reports/report';
import { startClaim } from './new-claim';
import { ROOT, runCommand, say, SetupError } from './setup.mjs';

const CLAIMS = 'lib/claims';
const USAGE = 'npm run claims:new -- <topic> <id> [--from report.json [--entry 1]]';

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { from: { type: 'string' }, entry: { type: 'string', default: '1' } },
    });
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** The report of a file that a reader shared: JSON, a Web Annotation or a ClaimReview. */
function readReport(file: string, entry: string): Report {
  const path = resolve(file);
  if (!existsSync(path)) throw new SetupError(`There is no file ${file}. Name the report that was shared: ${USAGE}`);
  const read = readReportsFile(readFileSync(path, 'utf8'), {
    newId: () => crypto.randomUUID(),
    now: new Date().toISOString(),
  });
  if (!read.ok)
    throw new SetupError(
      `${file} holds no report (${read.fault}). It takes what the report page shares: JSON, Web Annotation, ClaimReview.`,
    );
  for (const { entry: place, reason } of read.left) say(`Entry ${place} of ${file} was left out: ${reason}`);
  const report = read.reports[Number(entry) - 1];
  if (report === undefined)
    throw new SetupError(`${file} has ${read.reports.length} reports: --entry ${entry} is none.`);
  return report;
}

await runCommand(async () => {
  const { positionals, values } = readArguments();
  const [topic, id, ...more] = positionals;
  if (topic === undefined || id === undefined || more.length > 0)
    throw new SetupError(`Expected a topic and an id: ${USAGE}\nTopics: ${TOPICS.join(', ')}.`);
  const report = values.from === undefined ? null : readReport(values.from, values.entry);
  const started = startClaim(join(ROOT, CLAIMS), topic, id, new Date().toISOString().slice(0, 10), report);
  if (!started.ok) throw new SetupError(started.why);
  say(`${CLAIMS}/${started.file} is there. Next:
  1. Fill it in: its comments say what to write, ${CLAIMS}/README.md says more.
  2. npm run claims          names what is empty or wrong, then each sentence that reads otherwise than it should.
  3. npm run -s scan -- -    marks a sentence that you type (end with Ctrl+D).
  4. npm test -- --only unit before you send it.`);
  return 0;
});
