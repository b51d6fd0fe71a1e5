/**
 * `npm run mutate`: mutation testing of the engine and of what checks a pack, by Stryker: it changes one thing at a time
 * and sees whether a test fails. An hour for all; `-- 1/20` takes every twentieth stretch of ten lines, always the same
 * ones, which tells the score within a few points; `-- stance` takes the files with that in their path and tries again
 * only what changed since, or survived and has new tests (not what a changed sentence or a file of tests/support
 * does to it). What survived stands in .dalel/mutation.json.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePack } from '../compile/pack';
import { readingData } from '../engine/pack/reading';
import { buildIndex } from '../engine/index/build';
import { openIndexedReader } from '../engine/read';
import { isReadAsLabelled, type Labelled, type Row } from '../../tests/mutation/labelled';
import { readRows } from './eval/rows';
import { ROOT, runCommand, runStep, SetupError } from './setup.mjs';

const FILES = ['lib/engine/**/*.ts', 'lib/packs/{check,unpack,envelope,phrases}.ts'];
/** Types alone: nothing runs there. */
const NOTHING_RUNS = ['lib/engine/types.ts'];
const STRETCH = 10;

const SHARE = /^1\/([1-9]\d*)$/;

/** The mutated files whose path holds what was asked for; all where that is a share. */
function filesWith(asked: string): readonly string[] {
  const all = globSync(FILES, { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !NOTHING_RUNS.includes(file))
    .toSorted();
  const files = SHARE.test(asked) ? all : all.filter((file) => file.includes(asked));
  if (files.length === 0) {
    throw new SetupError(`No mutated file has "${asked}" in its path: npm run mutate -- stance, or -- 1/20.`);
  }
  return files;
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

/** Every hundredth row, then those after them: what stands together in a file is far apart. */
function mixed(rows: readonly Row[]): readonly Row[] {
  const apart = 100;
  return Array.from({ length: apart }, (_, first) => rows.filter((_row, i) => i % apart === first)).flat();
}

/** The claims compiled once, and every sentence of ours that is read as labelled before anything is changed. */
function labelled(): Labelled {
  const { pack } = compilePack(join(ROOT, 'lib/claims'));
  if (pack === null) throw new SetupError('The claims do not compile: npm run claims says where.');
  const index = buildIndex(readingData(pack));
  const reader = openIndexedReader(index);
  const fixtures = pack.claims.flatMap(({ id, fixtures: { positive, negative } }) =>
    [...positive, ...negative].map((fixture): Row => ({ ...fixture, claim: id })),
  );
  const rows = [...fixtures, ...readRows(join(ROOT, 'tests/eval/sentences'))];
  const right = rows.filter((row) => isReadAsLabelled(reader, row));
  return { index: Buffer.from(index).toString('base64'), rows: mixed(right) };
}

await runCommand(async () => {
  const asked = process.argv[2] ?? '';
  const files = filesWith(asked);
  const share = Number(SHARE.exec(asked)?.[1] ?? 1);
  const parts = share === 1 ? files : stretches(files, share);
  mkdirSync(join(ROOT, '.dalel'), { recursive: true });
  const sentences = join(ROOT, '.dalel', 'labelled.json');
  writeFileSync(sentences, JSON.stringify(labelled()));
  const known = asked === '' || share > 1 ? [] : ['--incremental', '--incrementalFile', '.dalel/known-mutants.json'];
  const args = ['run', '.ci/stryker.config.json', '--mutate', parts.join(','), ...known];
  return runStep('mutation testing', 'stryker', args, { DALEL_LABELLED: sentences });
});
