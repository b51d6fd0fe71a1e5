/** The lexicon that ships is held to the plain one: the same mentions, field by field, in the same order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compiledClaims } from '../../../support/compiled-claims';
import { openLexicon, type Lexicon } from '../../../../lib/engine/lexicon/lexicon';
import type { Concept } from '../../../../lib/engine/pack/schema';
import { tokenize } from '../../../../lib/engine/text/tokens';
import { openPlainLexicon } from '../../../support/plain-lexicon';
import { ENGLISH, RUSSIAN } from '../../../support/small-pack';

const listed = (lexicon: Lexicon, text: string): unknown[] =>
  lexicon
    .find(tokenize(text), text)
    .map(({ concept, means, ...rest }) => ({ ...rest, id: concept.id, means: [...means] }));

/** Few letters, so that words are beginnings, endings and repetitions of each other. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 's', 'ы'), minLength: 1, maxLength: 4 }),
  fc.constantFrom('us', 'US', 'jet', '30', 'ёж', "b's"),
);
const notation = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom('', '='), word, fc.constantFrom('', '', '+', '*')), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.constantFrom('', '', ' @to', ' @of', ' @p'),
  )
  .map(([words, tag]) => words.map(([exact, text, end]) => (exact === '' ? text + end : exact + text)).join(' ') + tag);
const concepts = fc
  .array(
    fc.record({
      kind: fc.constantFrom('party', 'object', 'action', 'cue'),
      country: fc.boolean(),
      is: fc.array(fc.nat(9), { maxLength: 2 }),
      forms: fc.dictionary(
        fc.constantFrom('en', 'ru', 'any', 'xx'),
        fc.array(notation, { minLength: 1, maxLength: 4 }),
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.map(({ is, ...rest }, i): Concept => ({ id: `c${i}`, is: is.map((n) => `c${n}`), ...rest })));
const text = fc
  .array(fc.oneof(word, fc.constantFrom('.', ',', '-')), { maxLength: 12 })
  .map((words) => words.join(' '));

test('finds in any text what the plain one finds with the same forms', () => {
  fc.assert(
    fc.property(concepts, fc.array(text, { minLength: 1, maxLength: 4 }), (list, texts) => {
      const fast = openLexicon(list, [ENGLISH, RUSSIAN]);
      const plain = openPlainLexicon(list, [ENGLISH, RUSSIAN]);
      for (const one of texts) expect(listed(fast, one)).toEqual(listed(plain, one));
      for (const id of ['c0', 'c9', 'nobody']) {
        expect([...fast.means(id)]).toEqual([...plain.means(id)]);
        expect(fast.isCountry(id)).toBe(plain.isCountry(id));
      }
    }),
    { numRuns: 300 },
  );
});

describe('with the forms of the project', () => {
  const { pack } = compiledClaims();
  const sentences = (pack?.claims ?? []).flatMap(({ fixtures }) =>
    [...fixtures.positive, ...fixtures.negative].flatMap(({ text: own, before = [] }) => [...before, own]),
  );
  const fast = openLexicon(pack?.concepts ?? [], pack?.languages ?? []);
  const plain = openPlainLexicon(pack?.concepts ?? [], pack?.languages ?? []);

  test('finds in every sentence of the claims what the plain one finds', () => {
    expect(sentences.length).toBeGreaterThan(500);
    const differing = sentences.filter(
      (one) => JSON.stringify(listed(fast, one)) !== JSON.stringify(listed(plain, one)),
    );
    expect(differing).toEqual([]);
  });
});
