/** A started claim is a claim with gaps: it parses, and the compiler names every gap and nothing else. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { startClaim } from '../../../lib/commands/new-claim';
import { formatFault } from '../../../lib/compile/fault';
import { readFixtures } from '../../../lib/compile/fixture-readings';
import { compilePack } from '../../../lib/compile/pack';
import { EMPTY_CONTENT } from '../../../lib/reports/content';
import type { Report } from '../../../lib/reports/report';
import { withSmallSound, withSound } from '../compile/sound';

const DAY = '2026-02-03';
const ID = 'boats-for-the-navy';

/** What is empty in a value, by the names that the compiler gives. */
function findGaps(value: unknown, field: string): readonly string[] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return [field];
  if (Array.isArray(value)) return value.flatMap((item, index) => findGaps(item, `${field}[${index}]`));
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => findGaps(item, field === '' ? key : `${field}.${key}`));
}

const startIn = (folder: string, id = ID): string => {
  const started = startClaim(folder, 'naval', id, DAY);
  if (!started.ok) throw new Error(started.why);
  return join(folder, started.file);
};

test('a started claim has its id, its topic and the day, and a comment before every field', () => {
  withSmallSound((folder) => {
    const text = readFileSync(startIn(folder), 'utf8');
    expect(parse(text)).toMatchObject({ id: ID, topic: 'naval', history: [{ date: DAY }] });
    for (const field of ['proposition', 'statements', 'frames', 'fixtures', 'history'])
      expect(text).toMatch(new RegExp(`^# .+\\n${field}:`, 'mu'));
    for (const field of ['slots', 'rung', 'firstReport', 'lineage', 'contradictions'])
      expect(text).toMatch(new RegExp(`^# .+\\n# ${field}:`, 'mu'));
  });
});

test('the compiler names every field that is still to fill in, and nothing else', () => {
  withSmallSound((folder) => {
    const gaps = findGaps(parse(readFileSync(startIn(folder), 'utf8')), '');
    expect(gaps.length).toBeGreaterThan(20);
    const { pack, report } = compilePack(folder);
    expect(pack).toBeNull();
    expect(report.faults.map(({ field }) => field)).toEqual(gaps);
    for (const fault of report.faults)
      expect(formatFault(fault)).toMatch(/^naval\/boats-for-the-navy\.yaml:\d+: .+: Empty: expected /u);
  });
});

test('the optional lines hold the shape of the record: with their signs taken away they are named where empty', () => {
  withSmallSound((folder) => {
    const file = startIn(folder);
    const whole = readFileSync(file, 'utf8').replaceAll(/^( *)# ((?: *- )?(?: *)[a-z][A-Za-z]*:(?: .*)?)$/gmu, '$1$2');
    writeFileSync(file, whole);
    const data: unknown = parse(whole);
    expect(Object.keys(data as object)).toEqual(expect.arrayContaining(['slots', 'lineage', 'contradictions']));
    expect(
      compilePack(folder)
        .report.faults.map(({ field }) => field)
        .toSorted(),
    ).toEqual(findGaps(data, '').toSorted());
  });
});

test('a claim that is filled in is taken', () => {
  withSound((folder) => {
    const sound = readFileSync(join(folder, 'aircraft/us-bought-81-aircraft.yaml'), 'utf8');
    const file = startIn(folder, 'us-bought-81-boats');
    const { id, topic, history } = parse(readFileSync(file, 'utf8'));
    const why = { en: 'Told in many places.' };
    writeFileSync(file, JSON.stringify({ ...parse(sound), id, topic, history: [{ ...history[0], why }] }));
    rmSync(join(folder, 'aircraft/us-bought-81-aircraft.yaml'));
    const { pack, report } = compilePack(folder);
    expect(report.faults).toEqual([]);
    expect(pack === null ? null : readFixtures(pack).misread).toEqual([]);
  });
});

test('an id that YAML would take for a number stays an id', () => {
  withSmallSound((folder) => {
    expect(parse(readFileSync(startIn(folder, '1500'), 'utf8'))).toMatchObject({ id: '1500' });
  });
});

test.each([
  ['an unknown topic', 'boats', ID, '"boats" is no topic. There are: air-defence, aircraft,'],
  ['a topic that is a way out of the folder', '..', ID, '".." is no topic.'],
  ['an id with capitals', 'naval', 'Boats', '"Boats" is no id: small Latin letters,'],
  ['an id that is a path', 'naval', '../boats', '"../boats" is no id:'],
  ['an id that is too long', 'naval', 'a'.repeat(81), 'is no id:'],
  ['an empty id', 'naval', '', '"" is no id:'],
  ['an id of the same topic', 'aircraft', 'us-bought-81-aircraft', 'is taken by aircraft/us-bought-81-aircraft.yaml'],
  ['an id of another topic', 'naval', 'us-bought-81-aircraft', 'is taken by aircraft/us-bought-81-aircraft.yaml'],
])('refuses %s with a sentence, and writes nothing', (_what, topic, id, why) => {
  withSmallSound((folder) => {
    const before = compilePack(folder).report.accepted;
    expect(startClaim(folder, topic, id, DAY)).toEqual({ ok: false, why: expect.stringContaining(why) });
    const { report } = compilePack(folder);
    expect([report.faults, report.accepted]).toEqual([[], before]);
  });
});

const REPORT: Report = {
  ...EMPTY_CONTENT,
  version: 1,
  id: 'report-0001',
  state: 'shared',
  created: '2026-02-01T08:00:00.000Z',
  changed: '2026-02-01T08:00:00.000Z',
  sentence: 'Kazakhstan got twelve patrol boats: from a neighbour # by the sea.',
  parties: 'A neighbour to Kazakhstan',
  figures: '12 boats',
  evidence: ['picture'],
  note: 'Two lines\nof a note: with a colon',
  quote: { type: 'TextQuoteSelector', exact: 'Қазақстанға он екі қайық берілді.', prefix: '', suffix: '' },
  url: 'https://daily.example/boats',
  title: 'Boats',
  date: '2026-01-30',
  lang: 'kk-KZ',
};

test('a shared report fills in what it knows: the compiler names the rest, and every comment is still there', () => {
  withSmallSound((folder) => {
    const started = startClaim(folder, 'naval', ID, DAY, REPORT);
    if (!started.ok) throw new Error(started.why);
    const text = readFileSync(join(folder, started.file), 'utf8');
    expect(parse(text)).toMatchObject({
      id: ID,
      topic: 'naval',
      proposition: { en: REPORT.sentence, ru: null, kk: null },
      statements: [{ kind: 'report', date: '2026-01-30', documents: [`${ID}-report`] }],
    });
    const { positive } = (parse(text) as { fixtures: { positive: readonly unknown[] } }).fixtures;
    expect(positive.slice(0, 2)).toEqual([
      { lang: 'en', stance: 'asserts', text: REPORT.sentence },
      { lang: 'kk', stance: 'reports', text: REPORT.quote.exact },
    ]);
    for (const said of [
      'Parties: A neighbour to Kazakhstan',
      'Note: Two lines of a note: with a colon',
      'url: https://daily.example/boats',
    ])
      expect(text).toMatch(new RegExp(`^# .*${said}`, 'mu'));
    for (const field of ['proposition', 'statements', 'frames', 'fixtures', 'history'])
      expect(text).toMatch(new RegExp(`^# .+\\n${field}:`, 'mu'));
    const { report } = compilePack(folder);
    const named = report.faults.map(({ field }) => field);
    expect(named.toSorted()).toEqual([...findGaps(parse(text), '')].toSorted());
  });
});
