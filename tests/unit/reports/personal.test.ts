/** A report with phrases is a claim like any other: found by all of its phrases in one sentence, and by nothing less. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { EMPTY_CONTENT } from '../../../lib/reports/content';
import { readingData } from '../../../lib/engine/pack/reading';
import { EMPTY_CONTEXT, openReader } from '../../../lib/engine/read';
import { readPhrase, suggestPhrases } from '../../../lib/packs/phrases';
import { makePersonalPack } from '../../../lib/reports/personal';
import type { Report } from '../../../lib/reports/report';
import { ENGLISH } from '../../support/small-pack';
import { soundPack } from '../compile/sound';

const report = (phrases: readonly string[]): Report => ({
  ...EMPTY_CONTENT,
  version: 1,
  id: 'b7c1a2d3-0000-4000-8000-000000000000',
  state: 'ready',
  created: '2026-01-01T00:00:00.000Z',
  changed: '2026-01-02T00:00:00.000Z',
  sentence: 'Twelve patrol boats were handed over.',
  marking: { phrases },
});

const { languages } = soundPack();

function quotesIn(phrases: readonly string[], text: string, grammar = languages): readonly string[] {
  const pack = makePersonalPack([report(phrases)], grammar);
  if (pack === null) return [];
  const reader = openReader(readingData(pack));
  return reader.read({ text, kind: 'text' }, EMPTY_CONTEXT).findings.map(({ quote }) => quote);
}

describe('phrases', () => {
  test.each([
    [['patrol boats', 'handed over'], 'In May twelve patrol boats were handed over at night.', 1],
    [['patrol boats', 'handed over'], 'Twelve patrol boats were seen. They were handed over to nobody.', 0],
    [['patrol boats'], 'Twelve patrol boats lay there.', 1],
    [['patrol boats', 'handed over'], 'Twelve patrol boats lay there.', 0],
    [['boats / ferries', 'handed over'], 'Six ferries were handed over.', 1],
    [['катер*', 'передал*'], 'Соседи передали катера весной.', 1],
    [['12', 'boats'], 'They got 12 boats.', 1],
    [['one', 'two', 'three', 'four', 'five', 'six'], 'one two three four five six', 1],
  ])('%j in “%s”: %i', (phrases, text, count) => {
    expect(quotesIn(phrases, text)).toHaveLength(count);
  });

  test.each([
    ['jets / fighter*', ['jets', 'fighter*']],
    ['=US +x @of', ['US x of']],
    [' / ', []],
    ['…', []],
  ])('%o is read as %j', (phrase, forms) => {
    expect(readPhrase(phrase)).toEqual(forms);
  });

  test('property: whatever is typed, the pack can be read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { maxLength: 6 }),
        (phrases) => {
          expect(() => quotesIn(phrases, 'Some text.', [ENGLISH])).not.toThrow();
        },
      ),
    );
  });
});

test('without phrases there is no pack', () => {
  expect(makePersonalPack([{ ...report([]), marking: null }], languages)).toBeNull();
  expect(makePersonalPack([report(['…'])], languages)).toBeNull();
});

test.each([
  ['Twelve patrol boats came to Kazakhstan in 2026', ['Twelve', 'patrol', 'Kazakhstan', '2026']],
  ['Соседи передали катера', ['Соседи', 'переда*', 'катера']],
  ['', []],
])('%o suggests %j', (quote, phrases) => {
  expect(suggestPhrases(quote)).toEqual(phrases);
});
