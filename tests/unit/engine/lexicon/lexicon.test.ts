import { describe, expect, test } from 'vitest';
import { ofLanguage } from '../../../../lib/engine/lexicon/covered';
import { parseForm } from '../../../../lib/engine/lexicon/forms';
import { openLexicon } from '../../../../lib/engine/lexicon/lexicon';
import type { Concept } from '../../../../lib/engine/pack/schema';
import { tokenize } from '../../../../lib/engine/text/tokens';
import { ENGLISH, RUSSIAN } from '../../../support/small-pack';

const concepts: readonly Concept[] = [
  { id: 'usa', kind: 'party', country: true, forms: { en: ['=US', '=U.S.'] } },
  { id: 'kazakhstan', kind: 'party', country: true, forms: { en: ['kazakhstan'], ru: ['казахстан+'] } },
  { id: 'maker', kind: 'party', is: ['kazakhstan'], forms: { en: ['kazakhstan engineering'] } },
  { id: 'jet', kind: 'object', is: ['aircraft'], forms: { any: ['su 30sm'], en: ['jet+'], ru: ['самолет*'] } },
  { id: 'aircraft', kind: 'object', forms: { en: ['aircraft'] } },
];
const lexicon = openLexicon(concepts, [ENGLISH, RUSSIAN]);
const found = (text: string): string[] => lexicon.find(tokenize(text), text).map((m) => m.concept.id);

test('a word that the language knows is not what another language would take it for', () => {
  const two = openLexicon(
    [
      { id: 'plan', kind: 'action', forms: { ru: ['plane'] } },
      { id: 'aircraft', kind: 'object', forms: { en: ['plane', 'jet'] } },
    ],
    [ENGLISH, RUSSIAN],
  );
  const inLanguage = (text: string, language: string): string[] =>
    ofLanguage(two.find(tokenize(text), text), language).map((m) => m.concept.id);
  expect(inLanguage('plane', 'ru')).toEqual(['plan']);
  expect(inLanguage('plane', 'en')).toEqual(['aircraft']);
  expect(inLanguage('jet', 'ru')).toEqual(['aircraft']);
});

describe('a lexicon', () => {
  test.each([
    ['The US flew', ['usa']],
    ['The U.S. flew', ['usa']],
    ['Tell us more', []],
    ['jets', ['jet']],
    ['jetty', []],
    ['самолетами', ['jet']],
    ['Казахстану', ['kazakhstan']],
    ['казахстанка', []],
    ['Kazakhstan Engineering', ['maker']],
    ['Su-30SM', ['jet']],
    ['Su 30', []],
  ])('finds in "%s" %j', (text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  test('a concept stands for all that it is', () => {
    expect(lexicon.means('jet')).toEqual(new Set(['jet', 'aircraft']));
    expect(lexicon.isCountry('maker')).toBe(true);
    expect(lexicon.isCountry('jet')).toBe(false);
  });

  test('a form that cannot be read is refused with the concept and the reason', () => {
    const bad: Concept = { id: 'bad', kind: 'object', forms: { en: ['word @nothing'] } };
    expect(() => openLexicon([bad], [ENGLISH])).toThrow(/Concept bad has an unknown tag @nothing/);
    expect(parseForm('@of')).toMatch(/without a word/);
  });
});
