/** The reader's own bookkeeping: what is silent, what a block leaves behind, where long sentences are cut, what it cost. */
import { describe, expect, test } from 'vitest';
import { EMPTY_CONTEXT, openReader } from '../../../lib/engine/read';
import { joinReaders } from '../../../lib/engine/read-all';
import type { Block, Context } from '../../../lib/engine/types';
import { SMALL } from '../../support/small-pack';

const text = (words: string, lang?: string): Block => ({
  text: words,
  kind: 'text',
  ...(lang !== undefined && { lang }),
});
const title = (words: string): Block => ({ text: words, kind: 'title' });
const after = (...blocks: Block[]): Context => {
  const reader = openReader(SMALL);
  return blocks.reduce((context, block) => reader.read(block, context).context, EMPTY_CONTEXT);
};

test.each<readonly [Block, Context, boolean]>([
  [text('It rained'), EMPTY_CONTEXT, true],
  [text('The US bought jets'), EMPTY_CONTEXT, true],
  [text('Kazakh jets'), EMPTY_CONTEXT, false],
  [text('Kazspetsexport'), EMPTY_CONTEXT, false],
  [title('It rained'), EMPTY_CONTEXT, false],
  [{ text: 'It rained', kind: 'heading' }, EMPTY_CONTEXT, true],
  [text('It rained'), after(text('Kazakhstan')), false],
  [text('It rained'), after(title('Kazakhstan')), false],
  [text('It rained'), after(text('The US')), true],
])('%o after %o is silent: %s', (block, context, expected) => {
  expect(openReader(SMALL).isSilent(block, context)).toBe(expected);
  expect(joinReaders([openReader(SMALL), openReader(SMALL)]).isSilent(block, context)).toBe(expected);
});

test('joined readers are silent where each is, each by its own context', () => {
  const joined = joinReaders([
    openReader(SMALL),
    openReader({ ...SMALL, concepts: SMALL.concepts.filter(({ id }) => id !== 'exporter') }),
  ]);
  expect(joined.isSilent(text('Kazspetsexport'), EMPTY_CONTEXT)).toBe(false);
  expect(joined.isSilent(text('It rained'), { ...EMPTY_CONTEXT, others: [after(text('Kazakhstan'))] })).toBe(false);
  expect(joined.isSilent(text('It rained'), { ...EMPTY_CONTEXT, others: [EMPTY_CONTEXT] })).toBe(true);
  joined.read(text('Kazakhstan sold jets to the US'), EMPTY_CONTEXT);
  expect(joined.work).toEqual({ blocks: 2, tokens: 12, frames: 4 });
});

describe('what a block leaves behind', () => {
  const jetsAfter = (words: string): readonly number[] =>
    after(text('Jets'), text(words)).objects.map(({ age }) => age);
  test.each([
    ['It rained', [1]],
    ['It rained.', [1]],
    ['It rained. It rained.', [2]],
    ['It rained! It rained? It rained', [2]],
    ['It rained. It rained. It rained. It rained.', []],
    ['It rained, it rained; it rained', [1]],
    ['It rained... It rained', [1]],
    ['It rained… It rained', [1]],
    ['It rained?! It rained… It rained', [2]],
    ['It rained. It rained… It rained?.. It rained.', []],
  ])('without our names, "%s" counts where its sentences end: %j', (words, ages) => {
    expect(jetsAfter(words)).toEqual(ages);
  });

  test('of the title its names hold, and it is a sentence of the page as well', () => {
    const context = after(title('Kazakhstan and its jets'));
    expect(context.title.map(({ concept }) => concept)).toEqual(['jets', 'kazakhstan']);
    expect(context.parties.map(({ concept, age }) => [concept, age])).toEqual([['kazakhstan', 0]]);
    expect(after(text('Kazakhstan and its jets')).title).toEqual([]);
  });

  test('the claims found in it, the surest first', () => {
    const [claim] = SMALL.claims;
    const frame = claim?.frames[0];
    if (frame === undefined) throw new Error('The small pack has no frame.');
    const claims = [0.7, 0.9, 0.8].map((weight) => ({ id: `weighs-${weight}`, frames: [{ ...frame, weight }] }));
    const { context } = openReader({ ...SMALL, claims }).read(
      text('The US bought jets from Kazakhstan.'),
      EMPTY_CONTEXT,
    );
    expect(context.claims.map(([id]) => id)).toEqual(['weighs-0.9', 'weighs-0.8', 'weighs-0.7']);
  });
});

describe('a sentence of more than two hundred words', () => {
  const found = (before: number): number =>
    openReader(SMALL).read(text(`${'a '.repeat(before)}US bought jets from Kazakhstan`), EMPTY_CONTEXT).findings.length;
  test('is weighed in pieces', () => {
    expect([0, 195, 196, 199, 200, 395, 396].map(found)).toEqual([1, 1, 0, 0, 1, 1, 0]);
  });

  test('a name that a cut goes through is not read', () => {
    const concepts = [
      ...SMALL.concepts,
      {
        id: 'union',
        kind: 'party' as const,
        forms: { en: ['old kazakhstan union'] },
        is: ['kazakhstan'],
        anchor: true,
      },
    ];
    const reader = openReader({ ...SMALL, concepts });
    const named = (before: number) =>
      reader.read(text(`${'a '.repeat(before)}old kazakhstan union`), EMPTY_CONTEXT).context.parties.length;
    expect([named(197), named(198), named(200)]).toEqual([1, 0, 1]);
  });
});

test('the language of a block is that of its words, then that which the page says', () => {
  const found = (block: Block) =>
    openReader(SMALL)
      .read(block, EMPTY_CONTEXT)
      .findings.map(({ stance }) => stance);
  expect(found(text('США не купили у Казахстана самолеты.'))).toEqual(['denies']);
  expect(found(text('Kazakhstan sold jets to Washington, never', 'ru'))).toHaveLength(1);
});

test('nothing at all is read without a word', () => {
  const reader = openReader(SMALL);
  expect(reader.read(text(''), EMPTY_CONTEXT).findings).toEqual([]);
  expect(reader.read(title(''), EMPTY_CONTEXT)).toEqual({ findings: [], context: EMPTY_CONTEXT });
  expect(reader.work).toEqual({ blocks: 2, tokens: 0, frames: 0 });
});
