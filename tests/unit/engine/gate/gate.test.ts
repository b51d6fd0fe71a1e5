import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { gateSources } from '../../../../lib/engine/gate/anchors';
import { makeGate } from '../../../../lib/engine/gate/gate';
import { tokenize } from '../../../../lib/engine/text/tokens';
import { anyText } from '../../../support/any-text';

const ANCHORS = ['kazakh', 'казахстан', 'қазақстан', 'kazspetsexport', 'семей', 'tokaev', '=РК'];

const openGate = (): ReturnType<typeof makeGate> => makeGate(gateSources(ANCHORS));

describe('the gate', () => {
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
    expect(openGate().test(text)).toBe(true);
  });

  test.each(['', 'India bought 36 Rafale fighters from France', 'в парке', 'le café «Ko’k» № 5'])('stops %j', (text) =>
    expect(openGate().test(text)).toBe(false),
  );

  test.each([
    ['after an accent', 'Café Kaz\u200bakhstan'],
    ['far from another odd character', `é${' plain words'.repeat(20)} Ka\u00adzakhstan${' and more'.repeat(20)} ü`],
    ['with many odd characters within', [...'Казахстан'].join('\u200b\u00ad')],
  ])('lets one through that is odd %s', (_where, text) => {
    expect(openGate().test(text)).toBe(true);
  });

  test('folds no more of a text than the surroundings of what is odd in it', () => {
    const gate = openGate();
    const folded = vi.spyOn(String.prototype, 'normalize');
    gate.test('Skills, kinks and skis of the Kremlin, «говорят» без ударений. '.repeat(1000));
    expect(folded).not.toHaveBeenCalled();
    gate.test(`${'Plain words. '.repeat(1000)}café${' and others'.repeat(1000)}`);
    const longest = Math.max(...folded.mock.contexts.map((text) => String(text).length));
    expect(longest).toBeLessThan(500);
    folded.mockRestore();
  });

  test('lets everything through where it would have to search for too much', () => {
    const many = Array.from({ length: 2_000 }, (_, i) => `name${i}`);
    expect(makeGate(gateSources(many)).test('anything')).toBe(true);
  });

  test.each([
    ['Nur-Sultan said', true],
    ['in NUR SULTAN', true],
    ['nach Nursultan', true],
    ['Nur\n                                                            Sultan', true],
    ['in Nu\u00ADr-Sulta\u0301n', true],
    ['the sultan and his nurse', false],
    ['die nur einen Tag blieben, als der alte Sultan kam', false],
  ])('searches for a name of two words as one: %j', (text, isThrough) => {
    expect(makeGate(gateSources(['nur sultan'])).test(text)).toBe(isThrough);
  });

  test('stops everything where it has no anchor', () => {
    expect(makeGate(gateSources([])).test('Kazakhstan')).toBe(false);
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
    const gate = openGate();
    let read = 0;
    fc.assert(
      fc.property(word, fc.string(), anyText, (spelled, before, behind) => {
        const text = `${before} ${spelled} ${behind}`;
        if (!tokenize(text).some((token) => anchors.some((anchor) => token.key.startsWith(anchor)))) return;
        read++;
        expect(gate.test(text)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
