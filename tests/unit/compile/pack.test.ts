import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { bundlePack } from '../../../lib/compile/bundle';
import { makeGate } from '../../../lib/engine/gate/gate';
import { compilePack, packToJson } from '../../../lib/compile/pack';
import { compiledClaims } from '../../support/compiled-claims';
import { formatReport } from '../../../lib/compile/report';
import { packSchema } from '../../../lib/engine/pack/schema';
import { soundPack, withSound } from './sound';

test('compiles a sound folder into a pack that keeps the schema', () => {
  const pack = soundPack();
  expect(v.safeParse(packSchema, JSON.parse(packToJson(pack))).success).toBe(true);
  expect(pack.header.counts).toEqual({ claims: 2, statements: 6, sources: 3, documents: 4, speakers: 3 });
  expect(pack.header.languages).toEqual(expect.arrayContaining(['en', 'kk', 'ru']));
});

test('the order of keys and of entries in the sources does not show in the bytes', () => {
  withSound((folder) => {
    const sources = readFileSync(join(folder, 'sources.yaml'), 'utf8').trimEnd().split('\n').toReversed().join('\n');
    writeFileSync(join(folder, 'sources.yaml'), sources);
    const header = readFileSync(join(folder, 'pack.yaml'), 'utf8').trimEnd().split('\n').toReversed().join('\n');
    writeFileSync(join(folder, 'pack.yaml'), header);
    const { pack } = compilePack(folder);
    expect(pack === null ? null : packToJson(pack)).toBe(packToJson(soundPack()));
  });
});

test('everything in the pack is sorted by id', () => {
  const pack = soundPack();
  for (const list of [pack.languages, pack.concepts, pack.speakers, pack.sources, pack.documents, pack.claims]) {
    const ids = list.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  }
});

test('the report names what an editor may want to fill in', () => {
  const { report } = withSound(compilePack);
  expect(report).toMatchObject({
    accepted: 2,
    rejected: 0,
    faults: [],
    withoutSecondSource: [],
    withoutAddress: ['export-office-note'],
    withoutDate: ['us-bought-81-aircraft/analyst-undated', 'export-ban/daily-undated'],
    withoutLanguage: ['us-bought-81-aircraft: ru 3, kk 4', 'export-ban: ru 6, kk 6'],
    unused: { sources: [], documents: [], speakers: [], concepts: [] },
  });
  expect(formatReport(report, null)).toContain('Claims accepted: 2, rejected: 0');
});

test('a claim that rests on one publisher, and parts that nothing uses, are reported', () => {
  withSound((folder) => {
    const file = join(folder, 'export-policy/export-ban.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('capital-daily-ban', 'export-office-note'));
    const { report } = compilePack(folder);
    expect(report.withoutSecondSource).toEqual(['export-ban']);
    expect(report.unused.documents).toEqual(['capital-daily-ban']);
  });
});

test('the bundle holds the pack as JSON and the search for its anchors', () => {
  const { json, gate } = withSound(bundlePack);
  expect(JSON.parse(json)).toEqual(soundPack());
  const texts = ['In Kazakhstan', 'In India'];
  expect(texts.map((text) => makeGate(gate).test(text))).toEqual([true, false]);
});

// Compiled outside the test: the work of seconds belongs to no test's own time.
const { pack: project, report: projectReport } = compiledClaims();

test('the claims of the project compile without a fault', () => {
  expect(projectReport.faults).toEqual([]);
  expect(project?.claims.length).toBe(projectReport.accepted);
});
