/** Readers side by side: each finds what it would find alone, block after block. */
import { expect, test } from 'vitest';
import { EMPTY_CONTEXT, openReader, sameContext } from '../../../lib/engine/read';
import { joinReaders } from '../../../lib/engine/read-all';
import type { Block } from '../../../lib/engine/types';
import { SMALL } from '../../support/small-pack';

const OTHER = {
  ...SMALL,
  claims: SMALL.claims.map((claim) => ({ ...claim, id: `other/${claim.id}` })),
};
const BLOCKS: readonly Block[] = [
  { text: 'Kazakhstan sells its jets', kind: 'title' },
  { text: 'Washington bought 81 of them.', kind: 'text' },
  { text: 'Kazakhstan sold jets to Washington.', kind: 'text' },
];

test('two packs on the same claim both find it, and neither hears of the other', () => {
  const joined = joinReaders([openReader(SMALL), openReader(OTHER)]);
  const alone = openReader(SMALL);
  let [context, own] = [EMPTY_CONTEXT, EMPTY_CONTEXT];
  const found: string[] = [];
  for (const block of BLOCKS) {
    const both = joined.read(block, context);
    const one = alone.read(block, own);
    expect(both.findings.filter(({ claim }) => !claim.startsWith('other/'))).toEqual(one.findings);
    found.push(...both.findings.map(({ claim }) => claim));
    [context, own] = [both.context, one.context];
  }
  expect(found.filter((claim) => claim.startsWith('other/')).length).toBe(found.length / 2);
  expect(found.length).toBeGreaterThan(0);
});

test('what the others pass on is part of the context, so a change of it is seen', () => {
  const joined = joinReaders([openReader(SMALL), openReader(OTHER)]);
  const [title] = BLOCKS;
  if (title === undefined) throw new Error('There is no title');
  expect(sameContext(joined.read(title, EMPTY_CONTEXT).context, EMPTY_CONTEXT)).toBe(false);
  expect(() => joinReaders([])).toThrow('no reader');
});
