import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, EMPTY_CONTEXT, NORMAL_CONFIDENCE, openReader, sameContext } from '../../../lib/engine/read';
import type { Block, Finding } from '../../../lib/engine/types';
import { SMALL } from '../../support/small-pack';
import { anyText } from '../../support/any-text';

const reader = openReader(SMALL);
const text = (words: string): Block => ({ text: words, kind: 'text' });
const read = (words: string): readonly Finding[] => reader.read(text(words), EMPTY_CONTEXT).findings;

describe('direction', () => {
  test.each([
    ['The US bought 81 jets from Kazakhstan.', true],
    ['Kazakhstan sold 81 jets to the US.', true],
    ['Kazakhstan sold the US 81 jets.', true],
    ['81 jets were sold by Kazakhstan to Washington.', true],
    ['81 Kazakh jets were bought by the US.', true],
    ['The purchase of 81 jets from Kazakhstan by Washington is news.', true],
    ['США купили у Казахстана самолеты.', true],
    ['Kazakhstan bought 81 jets from the US.', false],
    ['The US sold 81 jets to Kazakhstan.', false],
    ['India bought 81 jets from Kazakhstan.', false],
    ['The US bought 81 locomotives from Kazakhstan.', false],
    ['The US bought 81 jets from India, not far from Kazakhstan.', false],
    ['In 2024 the US bought jets from Kazakhstan.', true],
    ['In a quiet move the US bought jets from its old friend Kazakhstan.', true],
    ['The US bought jets from the government of Kazakhstan.', true],
    ['В апреле США купили у Казахстана самолеты.', true],
    ['The US, which flies jets, bought 81 locomotives from Kazakhstan.', false],
    ['The US bought from Kazakhstan 81 locomotives, which are to replace the jets.', false],
    ['The US bought the jets, which Kazakhstan flew.', true],
    ['The US bought from Kazakhstan not only locomotives but also jets.', true],
    ['Казахстан купил у США самолеты.', false],
    ['В апреле Казахстан купил у США самолеты.', false],
    ['В США купили у Казахстана самолеты.', true],
    ["The US bought 81 jets from India's old ally Kazakhstan.", true],
    ['The sale of US jets to India was talked over in Kazakhstan.', false],
    ['According to Washington, Kazakhstan sold 81 jets to the US.', true],
    ['The US purchase of 81 Kazakh jets is a riddle, but they may go to India.', true],
    ['Sales of 81 Kazakh jets to India, the US said, were planned.', false],
    ['Kazakhstan halts jets for India.', true],
    ['India halts jets for Kazakhstan.', false],
  ])('%s → %s', (words, isMarked) => {
    expect(read(words).length > 0).toBe(isMarked);
  });
});

test('a frame of one role is filled by that one alone', () => {
  const alone = openReader({
    ...SMALL,
    claims: [{ id: 'the-exporter', frames: [{ id: 'named', roles: { party: ['exporter'] } }] }],
  });
  const found = alone.read(text('The council heard of Kazspetsexport on Monday.'), EMPTY_CONTEXT).findings;
  expect(found.map(({ claim, quote }) => [claim, quote])).toEqual([['the-exporter', 'Kazspetsexport']]);
});

describe('stance', () => {
  test.each([
    ['The US bought 81 jets from Kazakhstan.', 'asserts'],
    ['The US reportedly bought 81 jets from Kazakhstan.', 'reports'],
    ['Media: the US bought 81 jets from Kazakhstan', 'reports'],
    ['Kazspetsexport denied that the US bought 81 jets from Kazakhstan.', 'denies'],
    ['The US did not buy 81 jets from Kazakhstan.', 'denies'],
    ["The US didn't buy 81 jets from Kazakhstan.", 'denies'],
    ['The sale of 81 jets to the US by Kazakhstan is not discussed and not planned.', 'denies'],
    ['Kazakhstan sold no jets to the US.', 'denies'],
    ['No jets were sold by Kazakhstan to the US.', 'denies'],
    ['Claims that the US bought 81 jets from Kazakhstan are likely false.', 'doubts'],
    ['Did the US buy 81 jets from Kazakhstan?', 'asks'],
    ['The exporter denied everything, but the US bought 81 jets from Kazakhstan.', 'asserts'],
    ['Kazspetsexport denied a purchase of locomotives and said the US bought 81 jets from Kazakhstan.', 'reports'],
    ['Kazspetsexport denied the talk and said the US bought 81 jets from Kazakhstan.', 'denies'],
    ['Kazspetsexport never denied that the US bought 81 jets from Kazakhstan.', 'reports'],
    ['The US bought 81 jets from Kazakhstan, denying that it wanted scrap.', 'asserts'],
    ['Denying all talk, Kazspetsexport said no jets were sold by Kazakhstan to the US.', 'denies'],
    ['There is no doubt that the US bought 81 jets from Kazakhstan.', 'asserts'],
    ['There is no independent proof that the US bought 81 jets from Kazakhstan.', 'doubts'],
    ['Kazakhstan refused to sell 81 jets to the US.', 'denies'],
    ['Kazakhstan never refused to sell 81 jets to the US.', 'asserts'],
    ['The US rejected another offer and bought 81 jets from Kazakhstan.', 'asserts'],
    ['The US did not buy or take 81 jets from Kazakhstan.', 'denies'],
    ['Kazakhstan sold 81 jets to local firms, not to the US.', 'denies'],
    ['The US bought from Kazakhstan 81 jets which were not sold before.', 'asserts'],
  ])('%s → %s', (words, stance) => {
    expect(read(words).map((f) => f.stance)).toEqual([stance]);
  });
});

describe('context', () => {
  const readings = (...blocks: Block[]): (readonly Finding[])[] => check(reader, blocks).map((r) => r.findings);

  test('the giver comes from the headline', () => {
    const [, found] = readings({ text: 'Kazakhstan and its jets', kind: 'title' }, text('The US bought 81 jets.'));
    expect(found).toHaveLength(1);
    expect(found?.[0]?.evidence.find((e) => e.role === 'giver')).toEqual({
      role: 'giver',
      text: 'Kazakhstan',
      start: null,
    });
  });

  test("a newspaper's nationality takes nobody's place", () => {
    const { context } = reader.read({ text: 'Kazakhstan and its old jets', kind: 'title' }, EMPTY_CONTEXT);
    const found = (words: string): number => reader.read(text(words), context).findings.length;
    expect(found('The US bought 81 jets, an Indian newspaper writes.')).toBe(1);
    expect(found('The US bought 81 Indian jets.')).toBe(0);
  });

  test('without one the same words stay unmarked', () => {
    expect(read('The US bought 81 jets.')).toEqual([]);
  });

  test('who gets the things here does not give them because the headline named it', () => {
    const [, found] = readings(
      { text: 'Kazakhstan and its jets', kind: 'title' },
      text('The sale of jets to Kazakhstan would please the US.'),
    );
    expect(found).toHaveLength(0);
  });

  test.each([
    ['The Indian newspaper this week let on that the US bought 81 jets.', 1],
    ['The Indian air force this week let the US buy 81 jets.', 0],
  ])('%s → %i: a state takes no part where its press tells', (words, count) => {
    const [, found] = readings({ text: 'Kazakhstan and its jets', kind: 'title' }, text(words));
    expect(found).toHaveLength(count);
  });

  test('it fades after a dozen sentences', () => {
    const filler = text('Nothing of note. '.repeat(13));
    expect(readings(text('Kazakhstan is large.'), filler, text('The US bought 81 jets.')).at(-1)).toEqual([]);
  });

  test('under a headline about another country it fades at once', () => {
    const title: Block = { text: 'India and its jets', kind: 'title' };
    const blocks = [title, text('Kazakhstan is far. It rained. It rained. It rained.'), text('The US bought 81 jets.')];
    expect(readings(...blocks).at(-1)).toEqual([]);
  });

  test('a thing named before is taken up by a figure, and not by "another"', () => {
    const before = text('Kazakhstan has old jets.');
    expect(readings(before, text('The US bought 81 of them.')).at(-1)).toHaveLength(1);
    expect(readings(before, text('The US bought 81 of another kind.')).at(-1)).toEqual([]);
  });

  describe('a claim just found is taken up by what stands for its thing', () => {
    const before = text('The US bought 81 jets from Kazakhstan.');
    test.each([
      ['The US bought them in April.', true],
      ['Washington bought the first five in April.', true],
      ['The US bought five.', true],
      ['The US did not buy these jets.', true],
      ['The US bought five locomotives.', false],
      ['The US bought another five.', false],
      ['India bought them in April.', false],
      ['The US bought the first locomotive.', false],
    ])('%s → %s', (words, isMarked) => {
      expect((readings(before, text(words)).at(-1) ?? []).length > 0).toBe(isMarked);
    });

    test('three sentences on, and not on the fifth', () => {
      const filler = (n: number): Block => text('It rained. '.repeat(n));
      expect(readings(before, filler(2), text('The US bought them.')).at(-1)).toHaveLength(1);
      expect(readings(before, filler(4), text('The US bought them.')).at(-1)).toEqual([]);
    });

    test('the words that stand for it are in the evidence, and so is what they stand for', () => {
      const evidence = readings(before, text('The US bought them.')).at(-1)?.[0]?.evidence ?? [];
      expect(evidence.filter(({ role }) => role === 'object').map(({ text: words }) => words)).toEqual([
        'them',
        'jets',
      ]);
    });
  });

  test.each([
    ['The exporter denied this information.', 'denies'],
    ['The reports are false.', 'denies'],
    ['The reports are likely false.', 'doubts'],
    ['The exporter never denied this information.', null],
    ['The exporter denied the reports of locomotives.', null],
    ['The exporter read the reports.', null],
    ['The exporter denied everything.', null],
  ])('a stand on what was just told, without telling it again: %s → %s', (words, stance) => {
    const [, found] = readings(text('The US bought 81 jets from Kazakhstan.'), text(words));
    expect(found?.[0]?.stance ?? null).toBe(stance);
  });

  test('the same context is known as such', () => {
    const { context } = reader.read(text('Kazakhstan has jets.'), EMPTY_CONTEXT);
    expect(sameContext(context, reader.read(text('Kazakhstan has jets.'), EMPTY_CONTEXT).context)).toBe(true);
    expect(sameContext(context, EMPTY_CONTEXT)).toBe(false);
  });
});

describe('a finding', () => {
  test('quotes the shortest run, exactly as the page has it', () => {
    const words = 'It rained. Then the US bought 81 old jets from Kazakhstan, they say.';
    const [finding] = read(words);
    expect(finding?.quote).toBe('US bought 81 old jets from Kazakhstan');
    expect(words.slice(finding?.start, finding?.end)).toBe(finding?.quote);
  });

  test.each([
    ['The US bought 90 jets from Kazakhstan.', [{ role: 'count', page: '90', record: '81 / 117' }]],
    ['The US bought 81 jets from Kazakhstan.', []],
    ['The US bought 117 jets from Kazakhstan.', []],
    ['In 2024 the US bought jets from Kazakhstan.', []],
  ])('says where the figure drifts: %s', (words, figures) => {
    expect(read(words)[0]?.figures).toEqual(figures);
  });

  test('counts for less where it counts far more than the record, and nobody of ours is in the sentence', () => {
    const before: Block = { text: 'Kazakhstan and its jets', kind: 'title' };
    const sureness = (words: string): number => check(reader, [before, text(words)])[1]?.findings[0]?.confidence ?? NaN;
    expect(sureness('The US bought 81 jets.')).toBeGreaterThan(NORMAL_CONFIDENCE);
    expect(sureness('The US bought 2400 jets.')).toBeLessThan(NORMAL_CONFIDENCE);
    expect(sureness('The US bought 2400 jets from Kazakhstan.')).toBeGreaterThan(NORMAL_CONFIDENCE);
  });

  test.each([
    ['The US bought over 80 jets from Kazakhstan.', []],
    ['The US bought 80 to 90 jets from Kazakhstan.', []],
    ['The US bought over 50 jets from Kazakhstan.', [{ role: 'count', page: 'over 50', record: '81 / 117' }]],
    ['The US bought 81 jets from Kazakhstan for $2.3 million.', []],
    ['The US bought 81 jets from Kazakhstan for $20,000 each.', []],
    [
      'The US bought 81 jets from Kazakhstan for $5 million.',
      [{ role: 'value', page: '$5 million', record: 'USD 2260000' }],
    ],
  ])('says where a bounded figure or a sum drifts: %s', (words, figures) => {
    expect(read(words)[0]?.figures).toEqual(figures);
  });

  test('is sure between 0 and 1', () => {
    for (const finding of read('The US bought 81 jets from Kazakhstan.')) {
      expect(finding.confidence).toBeGreaterThan(0);
      expect(finding.confidence).toBeLessThanOrEqual(1);
    }
  });
});

describe('whatever the text', () => {
  const word = fc.constantFrom(
    'US',
    'Kazakhstan',
    'bought',
    'sold',
    '81',
    'jets',
    'not',
    'from',
    'to',
    'США',
    'у',
    'купили',
    '.',
    '?',
    ',',
    '“',
    '\u00AD',
  );
  test('reading never throws, and every quote is a slice of the block', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.array(word, { maxLength: 40 }).map((w) => w.join(' ')),
        ),
        (words) => {
          for (const f of read(words)) expect(words.slice(f.start, f.end)).toBe(f.quote);
        },
      ),
      { numRuns: 200 },
    );
  }, 30_000);
});
