// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { collectBlocks } from '../../../lib/page/collect';
import { kindOf, uncovered } from '../../../lib/page/marks';
import { denialBeside, listMentions, MOST_MARKS, overlapping } from '../../../lib/page/mention';
import type { BlockFindings } from '../../../lib/page/mention';
import { cardOf, findingAt, pageOf } from './page-fixture';

function read(html: string, findings: BlockFindings['findings'][]): BlockFindings[] {
  return [...collectBlocks(pageOf(html))].map((block, i) => ({ block, findings: findings[i] ?? [] }));
}
const cards = new Map([
  ['jets-sold', cardOf('jets-sold')],
  ['plant-built', cardOf('plant-built', { status: 'confirmed' })],
]);

describe('mentions', () => {
  const blocks = read('<p>one two three four</p><p>five six</p>', [
    [
      findingAt(4, 13),
      findingAt(0, 7, { claim: 'plant-built' }),
      findingAt(0, 3, { claim: 'muted' }),
      findingAt(0, 3, { confidence: 0.5 }),
    ],
    [findingAt(0, 4)],
  ]);
  const { mentions, isCapped } = listMentions(blocks, cards, 0.6);

  test('are in the order of the page, of claims that have a card, sure enough', () => {
    expect(mentions.map(({ finding }) => [finding.claim, finding.start])).toEqual([
      ['plant-built', 0],
      ['jets-sold', 4],
      ['jets-sold', 0],
    ]);
    expect(isCapped).toBe(false);
  });

  test('know which is the first of its claim', () => {
    expect(mentions.map((mention) => mention.isFirst)).toEqual([true, true, false]);
  });

  test('share a card where they share words', () => {
    const [plant, jets, later] = mentions;
    if (plant === undefined || jets === undefined || later === undefined) throw new Error('three were listed');
    expect(overlapping(jets, mentions)).toEqual([jets, plant]);
    expect(overlapping(later, mentions)).toEqual([later]);
  });

  test('are painted once where they share words', () => {
    expect([...uncovered(mentions)].map(({ init }) => [init.startOffset, init.endOffset])).toEqual([
      [0, 7],
      [7, 13],
      [0, 4],
    ]);
  });

  test('are cut off at the cap, and say so', () => {
    const many = Array.from({ length: MOST_MARKS + 5 }, (_none, i) => findingAt(i, i + 1));
    const listed = listMentions(read(`<p>${'x'.repeat(MOST_MARKS + 5)}</p>`, [many]), cards, 0.6);
    expect([listed.mentions.length, listed.isCapped]).toEqual([MOST_MARKS, true]);
  });
});

test('a mention knows the passage of the page that denies its claim, unless it is that passage', () => {
  const blocks = read('<p>one two three four</p>', [
    [
      findingAt(0, 3),
      findingAt(4, 7, { claim: 'plant-built', stance: 'denies' }),
      findingAt(8, 13, { stance: 'denies' }),
      findingAt(14, 18, { stance: 'asks' }),
    ],
  ]);
  const { mentions } = listMentions(blocks, cards, 0.6);
  const beside = mentions.map((mention) => denialBeside(mention, mentions)?.finding.start ?? null);
  expect(beside).toEqual([8, null, null, 8]);
});

describe('the style of a mention', () => {
  test.each([
    ['asserts', true, 'denied'],
    ['reports', true, 'denied'],
    ['asserts', false, 'denied-light'],
    ['denies', true, 'quiet'],
    ['doubts', false, 'quiet'],
    ['asks', true, 'quiet'],
  ] as const)('of a passage that %s (first: %s) is %s', (stance, isFirst, kind) => {
    expect(kindOf({ finding: findingAt(0, 1, { stance }), card: cardOf('jets-sold'), isFirst })).toBe(kind);
  });
});
