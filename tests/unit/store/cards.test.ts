import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../lib/engine/pack/schema';
import { makeCard, makeCards } from '../../../lib/store/cards';
import { fitCards, MAX_PAGE_CARDS } from '../../../lib/store/fit';
import { findClaimSources, findStanding, indexPack, type PackIndex, type Switches } from '../../../lib/store/live';
import { findOrigin } from '../../../lib/store/origin';
import { makeRecord } from '../../../lib/store/record';
import { listSources } from '../../../lib/store/sources';
import { soundPack } from '../compile/sound';

const index: PackIndex = indexPack(soundPack());
const ALL_ON: Switches = { sourcesOff: [], kindsOff: [] };
const AIRCRAFT = 'us-bought-81-aircraft';
const BAN = 'export-ban';

function claimOf(id: string): Claim {
  const claim = index.claims.get(id);
  if (claim === undefined) throw new Error(`${id} is not in the sound pack`);
  return claim;
}

const standing = (id: string, switches: Switches): readonly string[] =>
  findStanding(index, claimOf(id), switches).map(({ statement }) => statement.id);

describe('a statement stands while any of its sources is on and none replaces it', () => {
  test.each<[string, Switches, readonly string[]]>([
    [AIRCRAFT, ALL_ON, ['daily-2024-04', 'office-2024-05-01', 'analyst-undated']],
    [
      AIRCRAFT,
      { sourcesOff: ['export-office'], kindsOff: [] },
      ['daily-2024-04', 'office-2024-05-01', 'analyst-undated'],
    ],
    [AIRCRAFT, { sourcesOff: ['export-office', 'steppe-wire'], kindsOff: [] }, ['daily-2024-04']],
    [AIRCRAFT, { sourcesOff: [], kindsOff: ['wire', 'official', 'independent-media'] }, []],
    [BAN, ALL_ON, ['office-second', 'daily-undated']],
    [BAN, { sourcesOff: ['export-office'], kindsOff: [] }, ['daily-undated']],
  ])('%s with %j off: %j', (id, switches, expected) => {
    expect(standing(id, switches)).toEqual(expected);
  });

  test('what the record replaced stays replaced, and does not count for the status', () => {
    expect(makeCard(index, claimOf(BAN), ALL_ON, 'en')?.status).toBe('reported');
  });
});

describe('a card', () => {
  test('says statements by kind, then the newest first', () => {
    const card = makeCard(index, claimOf(AIRCRAFT), ALL_ON, 'en');
    expect(card?.statements.map(({ kind, date }) => [kind, date])).toEqual([
      ['denial', '2024-05-01'],
      ['doubt', null],
      ['report', '2024-04'],
    ]);
    expect(card).toMatchObject({ status: 'denied', rung: 'contract', topic: 'aircraft' });
    expect(card?.counts).toEqual({ denial: 1, doubt: 1, support: 0, confirmation: 0, report: 1, comment: 0 });
  });

  test('gives documents of sources that are on, and no others', () => {
    const card = makeCard(index, claimOf(AIRCRAFT), { sourcesOff: ['export-office'], kindsOff: [] }, 'en');
    expect(card?.statements[0]?.documents.map(({ source }) => source)).toEqual(['Steppe Wire']);
  });

  test('speaks the language, and English where the record does not', () => {
    const card = makeCard(index, claimOf(AIRCRAFT), ALL_ON, 'kk');
    expect(card?.proposition).toBe('АҚШ Қазақстаннан 81 ұшақ сатып алды.');
    expect(card?.statements[0]).toMatchObject({
      speaker: 'Экспорт мекемесі',
      summary: 'Denied any sale to foreign states.',
    });
  });

  test('changes status with its sources', () => {
    const status = (sourcesOff: readonly string[]) =>
      makeCard(index, claimOf(AIRCRAFT), { sourcesOff, kindsOff: [] }, 'en')?.status;
    expect([status([]), status(['steppe-wire']), status(['steppe-wire', 'export-office'])]).toEqual([
      'denied',
      'denied',
      'reported',
    ]);
  });

  test('is not there where nothing stands, nor for an id that is not known', () => {
    const off: Switches = { sourcesOff: ['capital-daily', 'export-office'], kindsOff: [] };
    expect(makeCards(index, off, 'en', [BAN, AIRCRAFT, 'nowhere', AIRCRAFT]).map(({ id }) => id)).toEqual([AIRCRAFT]);
  });

  test('of every claim of the pack where each is asked for', () => {
    expect(
      makeCards(
        index,
        ALL_ON,
        'en',
        index.pack.claims.map(({ id }) => id),
      ),
    ).toHaveLength(2);
  });

  test('names its successor by its status', () => {
    expect(makeCard(index, { ...claimOf(AIRCRAFT), supersededBy: BAN }, ALL_ON, 'en')?.status).toBe('superseded');
  });
});

describe('the line of tellers', () => {
  const withLineage = (lineage: NonNullable<Claim['lineage']>): Claim => ({ ...claimOf(BAN), lineage });
  test.each<[string, NonNullable<Claim['lineage']>, readonly string[]]>([
    ['nobody', [], []],
    ['one', [{ teller: 'a' }], ['a']],
    ['a line', [{ teller: 'c', repeats: ['b'] }, { teller: 'a' }, { teller: 'b', repeats: ['a'] }], ['a', 'b', 'c']],
    [
      'the longest of two',
      [{ teller: 'a' }, { teller: 'b', repeats: ['a'] }, { teller: 'x', repeats: ['y', 'b'] }],
      ['a', 'b', 'x'],
    ],
    ['an origin without a row of its own', [{ teller: 'b', repeats: ['a'] }], ['a', 'b']],
  ])('%s', (_name, lineage, line) => {
    expect(findOrigin(withLineage(lineage))).toEqual(line);
  });

  test('ends where two repeat each other', () => {
    expect(
      findOrigin(
        withLineage([
          { teller: 'a', repeats: ['b'] },
          { teller: 'b', repeats: ['a'] },
        ]),
      ),
    ).toHaveLength(2);
  });
});

test('a record holds its card, what the status does not count, and every document that it names', () => {
  const record = makeRecord(index, claimOf(BAN), ALL_ON, 'en');
  expect(record.card?.statements.map(({ id }) => id)).toEqual(['daily-undated', 'office-second']);
  expect(record.uncounted.map(({ id }) => id)).toEqual(['office-first']);
  expect(Object.keys(record.documents).toSorted()).toEqual(['capital-daily-ban', 'export-office-note']);
});

test('sources are listed by name with the statements that rest on them', () => {
  const rows = listSources(index, { sourcesOff: ['steppe-wire'], kindsOff: ['official'] });
  expect(rows.map(({ name, statements, on }) => [name, statements, on])).toEqual([
    ['Capital Daily', 2, true],
    ['Export Office', 3, false],
    ['Steppe Wire', 2, false],
  ]);
  expect([...findClaimSources(index, claimOf(AIRCRAFT))].toSorted()).toEqual([
    'capital-daily',
    'export-office',
    'steppe-wire',
  ]);
});

describe('cards for one page', () => {
  const card = makeCards(index, ALL_ON, 'en', [AIRCRAFT])[0];
  if (card === undefined) throw new Error('The sound pack has no card');
  const statement = card.statements[0];
  if (statement === undefined) throw new Error('The card has no statement');
  const many = { ...card, statements: Array.from({ length: 60 }, () => statement) };

  test('stay as they are where they fit', () => {
    expect(fitCards([card])).toEqual([card]);
  });

  test('keep within the limit, their number and their counts by giving up their last statements', () => {
    const fitted = fitCards([many, many, many, many]);
    expect(JSON.stringify(fitted).length).toBeLessThanOrEqual(MAX_PAGE_CARDS);
    expect(fitted).toHaveLength(4);
    expect(fitted.every((one) => one.statements.length >= 3 && one.counts.denial === 1)).toBe(true);
  });

  test('the last go where nothing else helps', () => {
    expect(fitCards([many, many, many], 3000).length).toBeLessThan(3);
  });
});
