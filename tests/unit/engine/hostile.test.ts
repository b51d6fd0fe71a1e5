/** Texts made to cost: they are read to their end, and what they cost grows with their length and no faster. */
import { describe, expect, test, vi } from 'vitest';
import { buildIndex } from '../../../lib/engine/index/build';
import { openLexicon } from '../../../lib/engine/lexicon/lexicon';
import { EMPTY_CONTEXT, openIndexedReader } from '../../../lib/engine/read';
import type { Concept } from '../../../lib/engine/pack/schema';
import { sentences } from '../../../lib/engine/text/sentences';
import { tokenize } from '../../../lib/engine/text/tokens';
import { openPlainLexicon } from '../../support/plain-lexicon';
import { ENGLISH, SMALL } from '../../support/small-pack';

// Long texts take a while on a busy machine; what is judged are counts.
vi.setConfig({ testTimeout: 60_000 });
const bytes = buildIndex(SMALL);

/** Frames tried in one block that says the same so many times, without an end of a sentence. */
function framesTried(saying: string, times: number): number {
  const reader = openIndexedReader(bytes);
  reader.read({ kind: 'text', text: saying.repeat(times) }, EMPTY_CONTEXT);
  return reader.work.frames;
}

test('a word of ten million letters is read, and hides no word after it', () => {
  const { findings } = openIndexedReader(bytes).read(
    { kind: 'text', text: `${'a'.repeat(10_000_000)} Kazakhstan sold jets to the US.` },
    EMPTY_CONTEXT,
  );
  expect(findings.map(({ claim }) => claim)).toEqual(SMALL.claims.slice(0, 1).map(({ id }) => id));
});

test('a million words of one letter are a million tokens', () => {
  expect(tokenize('a '.repeat(1_000_000)).length).toBe(1_000_000);
});

test('a number of a million groups is read to its end', () => {
  expect(tokenize('123 '.repeat(1_000_000)).at(-1)?.end).toBe(3_999_999);
});

test.each(['Kazakhstan sold jets to the US ', 'jets sold jets bought Kazakhstan US '])(
  'frames tried for “%s” grow with how often it is said',
  (saying) => {
    const few = framesTried(saying, 100);
    expect(few).toBeGreaterThan(0);
    expect(framesTried(saying, 400) / few).toBeLessThan(4.3);
  },
);

test('ten thousand initials end no sentence', () => {
  expect(sentences('A. '.repeat(10_000), ENGLISH)).toHaveLength(1);
});

describe('forms that begin alike', () => {
  const concepts: readonly Concept[] = [
    { id: 'long', kind: 'object', forms: { en: ['a a a a a b', 'a+ a+ a+ a+ a+ c', 'a* b'] } },
    { id: 'short', kind: 'object', forms: { en: ['a a'] } },
  ];
  test('are found where a text goes on like that, as the plain lexicon finds them', () => {
    const text = `${'a as '.repeat(2_000)}a a a a a b`;
    const [fast, plain] = [openLexicon, openPlainLexicon].map((open) =>
      open(concepts, [ENGLISH])
        .find(tokenize(text), text)
        .map(({ concept, from, to }) => `${concept.id} ${from} ${to}`),
    );
    expect(fast).toEqual(plain);
    expect(fast?.at(-1)).toMatch(/^long/);
  });
});
