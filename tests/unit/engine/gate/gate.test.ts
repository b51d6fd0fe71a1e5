import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formLiterals, shortestAnchors } from '../../../../lib/engine/gate/anchors';
import { makeGate } from '../../../../lib/engine/gate/gate';
import { tokenize } from '../../../../lib/engine/text/tokens';

const ANCHORS = ['kazakh', 'казахстан', 'қазақстан', 'kazspetsexport', 'семей', 'tokaev', '=РК'];

describe('the gate', () => {
  const gate = makeGate(ANCHORS);
  test.each([
    ['in any case', 'KAZAKHSTAN and others'],
    ['glued to other words', 'endKazakhstanstart'],
    ['with a soft hyphen inside', 'Kazakh\u00adstan? Kaz\u00adakh'],
    ['with a zero-width space inside', 'Казах\u200bстана'],
    ['in full-width letters', 'Ｋａｚａｋｈｓｔａｎ'],
    ['with accents', 'el Kázakhstán'],
    ['with a stress mark', 'в Казахста\u0301не'],
    ['with Latin letters among Cyrillic ones', 'Кaзaхстaн'],
    ['with Cyrillic letters among Latin ones', 'Каzakhstan'],
    ['with й in one or two code points', 'Семеи\u0306'],
    ['in exact case', 'власти РК заявили'],
  ])('lets an anchor through %s', (_how, text) => {
    expect(gate.test(text)).toBe(true);
  });

  test.each(['', 'India bought 36 Rafale fighters from France', 'в парке', 'le café «Ko’k» № 5'])('stops %j', (text) =>
    expect(gate.test(text)).toBe(false),
  );

  test('stops everything where it has no anchor', () => {
    expect(makeGate([]).test('Kazakhstan')).toBe(false);
  });

  test('never drops a text in which a token reads as an anchor', () => {
    const alike: Readonly<Record<string, string[]>> = {
      a: ['а', 'á', 'ａ'],
      к: ['k', 'К'],
      а: ['a', 'А'],
      e: ['е', 'é'],
      o: ['о'],
      с: ['c'],
    };
    const letter = (plain: string): fc.Arbitrary<string> =>
      fc.constantFrom(plain, plain.toUpperCase(), `${plain}\u00ad`, `${plain}\u200b`, ...(alike[plain] ?? []));
    const anchors = ANCHORS.filter((anchor) => !anchor.startsWith('='));
    const word = fc
      .constantFrom(...anchors)
      .chain((anchor) => fc.tuple(...[...anchor].map(letter)).map((parts) => parts.join('')));
    let read = 0;
    fc.assert(
      fc.property(word, fc.string(), fc.string({ unit: 'binary' }), (spelled, before, behind) => {
        const text = `${before} ${spelled} ${behind}`;
        if (!tokenize(text).some((token) => anchors.some((anchor) => token.key.startsWith(anchor)))) return;
        read++;
        expect(gate.test(text)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(read).toBeGreaterThan(100);
  });
});

describe('anchors in pieces of a text', () => {
  const gate = makeGate(ANCHORS);
  test.each([
    ['India Kazakhstan Peru', ['India Kazakhstan Peru'], true],
    ['India Kazakhstan Peru. Kazakhstan said', ['India Kazakhstan Peru'], false],
    ['Кaзaхстaн в списке', ['Кaзaхстaн'], true],
    ['Кaзaхстaн и Казахстан', ['Кaзaхстaн'], false],
    ['Kazakhstan', ['Peru'], false],
    ['РК', ['РК'], true],
    ['РК, а не Казахстан', ['РК'], false],
  ])('of %j are all in %j: %s', (whole, parts, isOnly) => {
    expect(gate.isOnlyIn(whole, parts)).toBe(isOnly);
  });
});

describe('anchors', () => {
  test.each([
    ['kazakh+', ['kazakh']],
    ['Republic of Kazakhstan @of', ['republic', 'of', 'kazakhstan']],
    ['=US', ['=US']],
    ['Су-30СМ*', ['су', 'см']],
    ['Семён', ['семен']],
  ])('read %s as the words %j', (form, words) => {
    expect(formLiterals(form)).toEqual(words);
  });

  test('are the shortest beginnings that every form of an anchor concept holds', () => {
    const anchors = shortestAnchors([
      {
        id: 'kazakhstan',
        anchor: true,
        forms: { en: ['kazakhstan', 'republic of kazakhstan', 'kazakh+'], ru: ['=РК'] },
      },
      { id: 'ministry', is: ['kazakhstan'], forms: { en: ['astana ministry', 'kazakh ministry'] } },
      { id: 'its-chief', is: ['ministry'], forms: { en: ['tokaev'] } },
      { id: 'india', forms: { en: ['india+'] } },
    ]);
    expect(anchors).toEqual(['=РК', 'kazakh', 'ministry', 'tokaev']);
  });
});
