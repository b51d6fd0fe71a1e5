/** Who repeats whom, as a tree: several origins, circles, tellers that are only named. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeEchoTree } from '../../../lib/records/echo-tree';
import type { Claim } from '../../../lib/engine/pack/schema';

type Lineage = NonNullable<Claim['lineage']>;

/** As text: indented by depth, with whom else it repeats. */
function told(lineage: Lineage): readonly string[] {
  const { nodes } = makeEchoTree(lineage);
  return nodes.map(({ teller, depth, also }) => {
    const others = also.map((row) => nodes[row]?.teller ?? '?').join(' ');
    return `${'-'.repeat(depth)}${teller}${others === '' ? '' : ` (${others})`}`;
  });
}

test.each<[string, Lineage, readonly string[], number]>([
  ['nobody', [], [], 0],
  ['one teller', [{ teller: 'a' }], ['a'], 1],
  [
    'a line',
    [{ teller: 'a' }, { teller: 'b', repeats: ['a'] }, { teller: 'c', repeats: ['b'] }],
    ['a', '-b', '--c'],
    1,
  ],
  ['an origin that is only named', [{ teller: 'b', repeats: ['a'] }], ['a', '-b'], 1],
  [
    'two origins, one teller of both',
    [{ teller: 'a' }, { teller: 'b' }, { teller: 'c', repeats: ['a', 'b'] }],
    ['b', 'a', '-c (b)'].toSorted((x) => (x === 'b' ? 1 : -1)),
    2,
  ],
  [
    'two who repeat each other',
    [
      { teller: 'a', repeats: ['b'] },
      { teller: 'b', repeats: ['a'] },
    ],
    ['a (b)', '-b'],
    1,
  ],
  ['one who repeats itself', [{ teller: 'a', repeats: ['a'] }], ['a'], 1],
  [
    'the same teller in two rows',
    [{ teller: 'a' }, { teller: 'b', repeats: ['a'] }, { teller: 'b', repeats: ['x'] }],
    ['a', '-b (x)', 'x'],
    2,
  ],
])('%s', (_name, lineage, tree, origins) => {
  expect(told(lineage).toSorted()).toEqual(tree.toSorted());
  expect(makeEchoTree(lineage).origins).toBe(origins);
});

test('seven outlets that go back to one origin', () => {
  const outlets = ['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((teller, i) => ({ teller, repeats: [i < 3 ? 'a' : 'b'] }));
  const { nodes, origins } = makeEchoTree([{ teller: 'a' }, ...outlets]);
  expect([nodes.length - origins, origins]).toEqual([7, 1]);
});

const name = fc.constantFrom(...'abcdefgh');
const lineage = fc.array(fc.record({ teller: name, repeats: fc.array(name, { maxLength: 3 }) }), {
  maxLength: 10,
}) satisfies fc.Arbitrary<Lineage>;

test('property: whatever repeats whom, every teller stands once, below the one that it repeats', () => {
  fc.assert(
    fc.property(lineage, (rows) => {
      const { nodes, origins } = makeEchoTree(rows);
      const names = new Set(rows.flatMap(({ teller, repeats }) => [teller, ...repeats]));
      expect(nodes.map(({ teller }) => teller).toSorted()).toEqual([...names].toSorted());
      expect(origins).toBeGreaterThanOrEqual(Math.min(1, names.size));
      for (const [row, { teller, parent, depth, also }] of nodes.entries()) {
        const repeated = rows.filter((one) => one.teller === teller).flatMap(({ repeats }) => repeats);
        for (const other of [...also, ...(parent === null ? [] : [parent])]) {
          expect(repeated).toContain(nodes[other]?.teller);
        }
        if (parent === null) expect(depth).toBe(0);
        else expect([nodes[parent]?.depth, parent < row]).toEqual([depth - 1, true]);
      }
    }),
  );
});
