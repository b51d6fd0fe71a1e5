/** Rows, speakers and sources as the background hands them to the database page. */
import { describe, expect, test } from 'vitest';
import type { Claim, Pack, Statement } from '../../../lib/engine/pack/schema';
import { indexPack } from '../../../lib/store/live';
import { listSpeakers, makeSource, makeSpeaker } from '../../../lib/store/people';
import { countDenials } from '../../../lib/store/track-record';
import { makeRows, makeText } from '../../../lib/store/rows';
import { soundPack } from '../compile/sound';

const ALL_ON = { sourcesOff: [], kindsOff: [] };
const pack = soundPack();
const index = indexPack(pack);

test('rows stand the latest first, with what the filters ask for', () => {
  const rows = makeRows(index, ALL_ON, 'kk');
  // Both were last spoken of on one day: the ids decide.
  expect(rows.map(({ id, date }) => [id, date])).toEqual([
    ['export-ban', '2024-05-01'],
    ['us-bought-81-aircraft', '2024-05-01'],
  ]);
  const aircraft = rows.find(({ id }) => id === 'us-bought-81-aircraft');
  expect(aircraft).toMatchObject({
    status: 'denied',
    topic: 'aircraft',
    proposition: 'АҚШ Қазақстаннан 81 ұшақ сатып алды.',
    lang: 'kk',
    statements: 3,
    date: '2024-05-01',
    years: ['2024'],
  });
});

test('a claim without a standing statement has no row', () => {
  const off = { sourcesOff: ['capital-daily', 'export-office'], kindsOff: [] };
  expect(makeRows(index, off, 'en').map(({ id }) => id)).toEqual(['us-bought-81-aircraft']);
});

test('a claim is found by every language of its record', () => {
  const text = makeText(index, 'us-bought-81-aircraft', ALL_ON);
  expect(text.proposition).toContain('АҚШ');
  expect(text.proposition.split('\n').length).toBeGreaterThan(1);
  expect(text.sources).toContain('Steppe Wire');
});

test('speakers are listed by name with what stands of them', () => {
  const speakers = listSpeakers(index, ALL_ON, 'en');
  expect(speakers.map(({ name }) => name)).toEqual(speakers.map(({ name }) => name).toSorted());
  expect(speakers.every(({ statements }) => statements > 0)).toBe(true);
});

test('a source shows what it published, switched on or off', () => {
  const off = { sourcesOff: ['steppe-wire'], kindsOff: [] };
  const found = makeSource(index, 'steppe-wire', off, 'en');
  expect(found?.source.on).toBe(false);
  expect(found?.said.length).toBe(2);
  expect(makeSource(index, 'nowhere', ALL_ON, 'en')).toBeNull();
});

/** The first is the one whose confirmation a test dates: of its month alone. */
const DAYS = ['2024-04', '2023-03-01', '2023-03-02', '2023-02', '2022'];

/** A pack in which one speaker denies as many claims as given, each with the date of its confirmation, on other days. */
function denyingPack(confirmed: readonly (string | undefined)[], daysOf = (i: number) => DAYS[i] ?? ''): Pack {
  const [claim] = pack.claims;
  const [speaker, other] = pack.speakers;
  const [document] = pack.documents;
  if (claim === undefined || speaker === undefined || other === undefined || document === undefined) {
    throw new Error('The sound pack is too small');
  }
  const statement = (id: string, change: Partial<Statement>): Statement => ({
    id,
    kind: 'denial',
    speaker: speaker.id,
    date: '2024-04',
    summary: { en: 'Says no.' },
    documents: [document.id],
    ...change,
  });
  const claims = confirmed.map((date, i): Claim => {
    const confirmation =
      date === undefined ? [] : [statement('yes', { kind: 'confirmation', speaker: other.id, date })];
    return { ...claim, id: `claim-${i}`, statements: [statement('no', { date: daysOf(i) }), ...confirmation] };
  });
  return { ...pack, claims };
}

describe('how denials turned out', () => {
  const found = (confirmed: readonly (string | undefined)[], daysOf?: (i: number) => string) => {
    const denying = denyingPack(confirmed, daysOf);
    return makeSpeaker(indexPack(denying), denying.speakers[0]?.id ?? '', ALL_ON, 'en');
  };

  const FIVE = [undefined, '2025', undefined, undefined, undefined];

  test('is counted from five days with a denial on, and not below', () => {
    expect(found(FIVE.slice(1))?.denials).toBeNull();
    expect(found(FIVE)?.denials).toEqual({
      all: { denials: 5, days: 5 },
      confirmedLater: { denials: 1, days: 1 },
    });
  });

  test('is not counted for one press release, however many claims it denies', () => {
    expect(found([...FIVE, ...FIVE], () => '2024-04-28')?.denials).toBeNull();
  });

  test.each([
    [[], 0],
    [[null, null], 1],
    [['2024-04-28', '2024-04-28', null], 1],
    [['2024-04-28', '2024-04-29', null], 2],
    [['2024', '2024-04', '2024-04-28'], 1],
    [['2024', '2024-04', '2023-04-28'], 2],
    [['2024-04', '2024-05', '2023'], 3],
  ] as const)('takes %j for denials of %i days at least', (dates, days) => {
    expect(countDenials(dates)).toEqual({ denials: dates.length, days });
  });

  test.each([
    ['2025', 1],
    ['2024-05-01', 1],
    // Of the same year or month it is not known which came first.
    ['2024', 0],
    ['2024-04-30', 0],
    ['2023', 0],
  ] as const)('with a confirmation of %s counts %i', (date, n) => {
    expect(found([date, undefined, undefined, undefined, undefined])?.denials?.confirmedLater.denials).toBe(n);
  });

  test('marks the statements that each set holds', () => {
    const said = found(['2025', undefined, undefined, undefined, undefined])?.said ?? [];
    expect(said.filter(({ isConfirmedLater }) => isConfirmedLater).map(({ claim }) => claim)).toEqual(['claim-0']);
  });

  test('is nothing where the pack knows no such speaker', () => {
    expect(makeSpeaker(index, 'nobody', ALL_ON, 'en')).toBeNull();
  });
});
