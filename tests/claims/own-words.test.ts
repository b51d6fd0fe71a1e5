/**
 * The record is in words of its own: no seven words in a row of it stand so in the articles that the project grew from.
 * Held to the hashes of their runs (`seed-runs.txt`), so also where the articles are not; names are nobody's words.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRuns, formatHashes, hashRun } from '../../lib/commands/word-runs';
import { compiledClaims } from '../support/compiled-claims';
import type { Claim } from '../../lib/engine/pack/schema';

const { pack } = compiledClaims();
if (!pack) throw new Error('The claims do not compile.');

const RUNS = readFileSync('tests/claims/seed-runs.txt', 'utf8');
const seedRuns = new Set(RUNS.trimEnd().split('\n'));

const names = [
  ...pack.documents.map(({ title }) => title),
  ...pack.sources.map(({ name }) => name),
  ...pack.speakers.flatMap(({ name }) => Object.values(name)),
];
const runsOfNames = new Set(names.flatMap((name = '') => findRuns(name)));

function findTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(findTexts) : [];
}

/** The runs of all that a claim says which an article has, too. Ids are among them, and too short to hold a run. */
const sharedRuns = (value: unknown, article: ReadonlySet<string> = seedRuns): readonly string[] =>
  findTexts(value)
    .flatMap(findRuns)
    .filter((run) => article.has(hashRun(run)) && !runsOfNames.has(run));

test.each(pack.claims.map((claim) => [claim.id, claim] as const))('%s', (_id, claim) => {
  expect(sharedRuns(claim)).toEqual([]);
});

const [first] = pack.claims;
if (!first) throw new Error('There is no claim to plant a sentence in.');

/** A claim with the sentence in one of its texts. */
function plant(claim: Claim, text: string): readonly (readonly [place: string, planted: Claim])[] {
  const inFirst = <T extends object>(list: readonly T[], part: Partial<T>): T[] =>
    list.map((item, index) => (index === 0 ? { ...item, ...part } : item));
  const words = { en: 'Words of our own.', kk: text };
  const { positive, negative } = claim.fixtures;
  return [
    ['proposition', { ...claim, proposition: words }],
    ['summary', { ...claim, statements: inFirst(claim.statements, { summary: words }) }],
    ['scope', { ...claim, statements: inFirst(claim.statements, { scope: words }) }],
    ['contradiction', { ...claim, contradictions: [{ point: words, versions: [] }] }],
    ['history', { ...claim, history: inFirst(claim.history, { why: words }) }],
    ['fixture', { ...claim, fixtures: { positive: inFirst(positive, { text }), negative } }],
    ['fixture that is near', { ...claim, fixtures: { positive, negative: inFirst(negative, { before: [text] }) } }],
  ];
}

describe('words of an article are found', () => {
  const ARTICLE = 'At noon seven grey cranes flew over the steppe, said a herdsman’s son near the lake.';
  const COPY = 'Ours: SEVEN grey cranes — flew “over” the steppe; said nobody.';
  const article = new Set(formatHashes([ARTICLE]).split('\n'));

  test.each(plant(first, COPY))('in a %s', (_place, planted) => {
    expect(sharedRuns(planted, article)).toEqual([
      'seven grey cranes flew over the steppe',
      'grey cranes flew over the steppe said',
    ]);
  });

  test.each([
    ['six words alone', 'Six: grey cranes flew over the steppe.', 0],
    ['another order', 'Over the steppe flew seven grey cranes, said he.', 0],
    ['another apostrophe', "steppe, said a herdsman's son near the shore", 1],
  ])('or not, by %s', (_what, text, count) => {
    expect(sharedRuns(text, article)).toHaveLength(count);
  });
});

const SEEDS = '../shared/seeds';
const found = [SEEDS].filter((folder) => existsSync(folder));

describe.each(found)('the articles in %s', (folder) => {
  test('are those whose runs are kept: else npm run claims:runs', () => {
    const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(formatHashes(texts)).toBe(RUNS);
  });

  test.each(readdirSync(folder))('the longest sentence of %s would be found in the record', (file) => {
    const sentences = readFileSync(join(folder, file), 'utf8').split(/[.!?]\s/u);
    const [longest = ''] = sentences.toSorted((a, b) => b.length - a.length);
    for (const [place, planted] of plant(first, longest)) expect([place, sharedRuns(planted)]).not.toEqual([place, []]);
  });
});
