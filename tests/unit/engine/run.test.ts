/** A run puts blocks off and finds what reading every one of them in turn finds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from '../../../lib/engine/index/build';
import { check, openIndexedReader } from '../../../lib/engine/read';
import { joinReaders } from '../../../lib/engine/read-all';
import { openRun } from '../../../lib/engine/run';
import { toEnd } from '../../../lib/engine/steps';
import type { Block, Reader } from '../../../lib/engine/types';
import { SMALL } from '../../support/small-pack';

const bytes = buildIndex(SMALL);
const run = (reader: Reader, blocks: readonly Block[]): unknown[] => {
  const { readSteps } = openRun(reader);
  return blocks.map((block) => toEnd(readSteps(block)));
};

const SENTENCES = [
  'Kazakhstan spoke.',
  'It sold jets to the US.',
  'They were sold to the US.',
  'The jets stood there. The jets were old.',
  'The US bought them.',
  'India waited.',
  'Nothing.',
  '-',
];
const block = fc.record({
  kind: fc.constantFrom<Block['kind']>('text', 'text', 'text', 'heading'),
  text: fc.constantFrom(...SENTENCES),
});

test('finds what is found where every block is read', () => {
  let found = 0;
  const one = openIndexedReader(bytes);
  const two = joinReaders([openIndexedReader(bytes), openIndexedReader(bytes)]);
  fc.assert(
    fc.property(
      fc.constantFrom('Weather', 'Jets for the US', 'Kazakhstan'),
      fc.array(fc.oneof({ weight: 3, arbitrary: block }, fc.constant<Block>({ kind: 'text', text: 'Nothing.' })), {
        minLength: 1,
        maxLength: 40,
      }),
      (title, blocks) => {
        const all: Block[] = [{ kind: 'title', text: title }, ...blocks];
        const expected = check(one, all).map(({ findings }) => findings);
        found += expected.flat().length;
        expect(run(one, all)).toEqual(expected);
        expect(run(two, all)).toEqual(check(two, all).map(({ findings }) => findings));
      },
    ),
    { numRuns: 200 },
  );
  expect(found).toBeGreaterThan(20);
});

test('between two steps of one reading any other may go on, and each finds what it finds alone', () => {
  let found = 0;
  const reader = openIndexedReader(bytes);
  const lists = fc.array(block, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(lists, lists, fc.array(fc.boolean(), { maxLength: 200 }), (one, other, turns) => {
      const readings = [one, other].map((blocks) => {
        const { readSteps } = openRun(reader);
        const findings: unknown[] = [];
        const steps = (function* () {
          for (const next of blocks) findings.push(yield* readSteps(next));
        })();
        return { blocks, findings, steps };
      });
      for (const turn of turns) readings[turn ? 1 : 0]?.steps.next();
      for (const { blocks, findings, steps } of readings) {
        toEnd(steps);
        found += findings.flat().length;
        expect(findings).toEqual(check(openIndexedReader(bytes), blocks).map((reading) => reading.findings));
      }
    }),
    { numRuns: 100 },
  );
  expect(found).toBeGreaterThan(20);
});

test('pauses at every block that it catches up with, every sentence and every frame', () => {
  const reader = openIndexedReader(bytes);
  const countOf = (blocks: readonly Block[]): number => {
    const { readSteps } = openRun(reader);
    return blocks.reduce((count, next) => count + [...readSteps(next)].length, 0);
  };
  const jets: Block = { kind: 'text', text: 'The jets stood there.' };
  const sale: Block = { kind: 'text', text: 'Kazakhstan sold jets to the US.' };
  const one = countOf([sale]);
  expect(countOf([jets, jets])).toBe(0);
  expect(countOf([...Array.from({ length: 10 }, () => jets), sale])).toBeGreaterThanOrEqual(one + 10);
  expect(countOf([{ kind: 'text', text: `${sale.text} `.repeat(10) }])).toBeGreaterThanOrEqual(one + 9 * 2);
  const before = reader.work.frames;
  expect(countOf([sale])).toBeGreaterThan(reader.work.frames - before);
});

test('reads of a page without our names its title alone, and near them no more than is remembered', () => {
  const reader = openIndexedReader(bytes);
  const nothing = Array.from({ length: 500 }, (_, i): Block => ({ kind: 'text', text: `The jets of part ${i}.` }));
  run(reader, [{ kind: 'title', text: 'Weather' }, ...nothing]);
  expect(reader.work.blocks).toBe(1);
  run(reader, [
    { kind: 'title', text: 'Weather' },
    ...nothing,
    { kind: 'text', text: 'Kazakhstan sold jets to the US.' },
  ]);
  expect(reader.work.blocks).toBe(1 + 1 + 13 + 1);
});

test('the work grows with the text, and with the frames whose every role is named', () => {
  const reader = openIndexedReader(bytes);
  check(reader, [{ kind: 'text', text: 'Kazakhstan waited for the weather.' }]);
  expect(reader.work).toEqual({ blocks: 1, tokens: 6, frames: 0 });
  check(reader, [{ kind: 'text', text: 'Kazakhstan sold jets to the US.' }]);
  expect(reader.work.frames).toBeGreaterThan(0);
});
