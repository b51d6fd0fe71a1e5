/** Anchors by their words: whatever the lexicon finds is let through, and little else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openAnchorWords, writeAnchorWords } from '../../../../lib/engine/gate/anchor-words';
import { openLexicon } from '../../../../lib/engine/lexicon/lexicon';
import { tokenize } from '../../../../lib/engine/text/tokens';
import type { Concept } from '../../../../lib/engine/pack/schema';
import { compiledClaims } from '../../../support/compiled-claims';
import { ENGLISH } from '../../../support/small-pack';

const anchor = (id: string, ...forms: string[]): Concept => ({
  id,
  kind: 'object',
  anchor: true,
  forms: { en: forms },
});
const OTHER: Concept = { id: 'jet', kind: 'object', forms: { en: ['fighter jet', 'aircraft'] } };
const passing = (...forms: string[]): ((text: string) => boolean) =>
  openAnchorWords(writeAnchorWords([anchor('one', ...forms), OTHER]));

describe('a text passes', () => {
  test.each([
    ['kazakh+', 'The Kazakhs came.', true],
    ['kazakh+', 'kazakhstani', true],
    ['kazakh+', 'a kazak', false],
    ['anka', 'The ANKA drone', true],
    ['anka', 'the ankara drone', false],
    ['=US', 'the US said', true],
    ['=US', 'tell us', false],
    ['nur sultan', 'in Nur-Sultan', true],
    ['қазақстан+', 'Қазақстанда болды', true],
    ['казахстан+', 'в Kазахстане', true],
    ['казахстан+', 'в КАЗАХСТА\u00ADНЕ', true],
    ['kazajistán', 'Kazajistan', true],
    ['ułan', 'Ulan', true],
    ["дев'ять", 'було дев’ять', true],
    ["дев'ять", 'було дев', false],
    ['tokayev', 'said (Tokayev’s)', true],
    ['tokayev', '“Tokayev”…', true],
    ['retired fighter jet', 'a retired man', true],
    ['retired fighter jet', 'a fighter jet', false],
    ['longestname', 'longing', false],
    ['kazakh+', '', false],
  ])('for %s: "%s" is %s', (form, text, passes) => {
    expect(passing(form)(text)).toBe(passes);
  });

  test('whatever it says, where a form has no word to know it by', () => {
    expect(passing('117')('anything')).toBe(true);
  });
});

test('a word of one form need not be known again by those that hold it', () => {
  const one = writeAnchorWords([anchor('one', 'kazakhstan+')]);
  const two = writeAnchorWords([anchor('one', 'kazakhstan+', 'kazakhstan ministry', 'army of kazakhstan')]);
  expect(two).toEqual(one);
});

test('passes whatever the lexicon finds, in random forms and texts', () => {
  const words = ['kazakh', 'anka', 'Қазақ', 'казах', 'US', 'air', 'é', "дев'ять", 'Łódź', 'ab', 'aircraft', '30'];
  const form = fc
    .tuple(fc.constantFrom('', '='), fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }))
    .map(([mark, list]) => (mark === '' ? `${list.join(' ')}${list.length > 1 ? '+' : ''}` : `=${list.join(' =')}`));
  const joint = fc.constantFrom(' ', '-', '. ', '\u00A0', '’', '\u00AD', '字', 'ed ', '');
  const text = fc.array(fc.tuple(fc.constantFrom(...words), joint), { maxLength: 8 });
  let found = 0;
  fc.assert(
    fc.property(fc.array(form, { minLength: 1, maxLength: 4 }), text, (forms, parts) => {
      const concepts = [anchor('one', ...forms), OTHER];
      const given = parts.flat().join('');
      const isNamed = openLexicon(concepts, [ENGLISH])
        .find(tokenize(given), given)
        .some(({ concept }) => concept.id === 'one');
      if (!isNamed) return;
      found++;
      expect(openAnchorWords(writeAnchorWords(concepts))(given)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  expect(found).toBeGreaterThan(100);
});

test('passes every sentence of the bundled claims that names an anchor, and few others', () => {
  const { pack } = compiledClaims();
  if (pack === null) throw new Error('The claims do not compile.');
  const passes = openAnchorWords(writeAnchorWords(pack.concepts));
  const lexicon = openLexicon(pack.concepts, pack.languages);
  const anchors = new Set(pack.concepts.filter((concept) => concept.anchor === true).map(({ id }) => id));
  const texts = pack.claims.flatMap(({ fixtures }) =>
    [...fixtures.positive, ...fixtures.negative].flatMap(({ before = [], text }) => [...before, text]),
  );
  const isNamed = (text: string): boolean =>
    lexicon.find(tokenize(text), text).some(({ means }) => [...means].some((id) => anchors.has(id)));
  const named = texts.filter(isNamed);
  expect(named.length).toBeGreaterThan(500);
  expect(named.filter((text) => !passes(text))).toEqual([]);
  const others = texts.filter((text) => !isNamed(text));
  expect(others.filter(passes).length / others.length).toBeLessThan(0.1);
});
