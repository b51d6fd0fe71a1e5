/**
 * `npm run mutate`: mutation testing of the engine and of what checks a pack, by Stryker: it changes one thing at a time
 * and sees whether a test fails. Some hours for all; `-- 1/20` takes every twentieth stretch of ten lines, always the
 * same ones, which tells the score within a few points. What survived stands in .dalel/mutation.json.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePack } from '../compile/pack';
import { readingData } from '../engine/pack/reading';
import { openReader } from '../engine/read';
import { isReadAsLabelled, type Labelled, type Row } from '../../tests/mutation/labelled';
import { readRows } from './eval/rows';
import { ROOT, runCommand, runStep, SetupError } from './setup.mjs';

const FILES = ['lib/engine/**/*.ts', 'lib/packs/{check,unpack,envelope,phrases}.ts'];
/** Types alone: nothing runs there. */
const NOTHING_RUNS = ['lib/engine/types.ts'];
const STRETCH = 10;

function readShare(asked: string | undefined): number {
  if (asked === undefined) return 1;
  const share = Number(/^1\/(\d+)$/.exec(asked)?.[1]);
  if (!(share >= 1)) throw new SetupError(`"${asked}" is no share: npm run mutate -- 1/20 takes a twentieth.`);
  return share;
}

/** Every `share`-th stretch over all files, as Stryker names lines. */
function stretches(files: readonly string[], share: number): readonly string[] {
  const all = files.flatMap((file) => {
    const lines = readFileSync(join(ROOT, file), 'utf8').split('\n').length;
    return Array.from(
      { length: Math.ceil(lines / STRETCH) },
      (_, i) => `${file}:${i * STRETCH + 1}-${(i + 1) * STRETCH}`,
    );
  });
  return all.filter((_, i) => i % share === 0);
}

/** The claims compiled once, and every sentence of ours that is read as labelled before anything is changed. */
function labelled(): Labelled {
  const { pack } = compilePack(join(ROOT, 'lib/claims'));
  if (pack === null) throw new SetupError('The claims do not compile: npm run claims says where.');
  const data = readingData(pack);
  const reader = openReader(data);
  const fixtures = pack.claims.flatMap(({ id, fixtures: { positive, negative } }) =>
    [...positive, ...negative].map((fixture): Row => ({ ...fixture, claim: id })),
  );
  const rows = [...fixtures, ...readRows(join(ROOT, 'tests/eval/sentences'))];
  return { data, rows: rows.filter((row) => isReadAsLabelled(reader, row)) };
}

await runCommand(async () => {
  const share = readShare(process.argv[2]);
  const files = globSync(FILES, { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !NOTHING_RUNS.includes(file))
    .toSorted();
  const parts = share === 1 ? files : stretches(files, share);
  mkdirSync(join(ROOT, '.dalel'), { recursive: true });
  const sentences = join(ROOT, '.dalel', 'labelled.json');
  writeFileSync(sentences, JSON.stringify(labelled()));
  const args = ['run', '.ci/stryker.config.json', '--mutate', parts.join(',')];
  return runStep('mutation testing', 'stryker', args, { DALEL_LABELLED: sentences });
});
