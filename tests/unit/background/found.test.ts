import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { plainAddress, siteHost } from '../../../lib/background/address';
import { badgeText } from '../../../lib/background/badge';
import {
  changeFound,
  dropFound,
  locateMention,
  moveCursor,
  NOTHING_FOUND,
  putFrame,
  readFound,
  sumFound,
  type TabFound,
} from '../../../lib/background/found';
import { isExpectedTabFault, withoutAddresses } from '../../../lib/background/tabs';
import { fake } from './fake-browser';

beforeEach(() => fake.reset());

const frame = (frameId: number, counts: readonly (readonly [string, number])[], documentId = `d${frameId}`) => ({
  frameId,
  documentId,
  counts,
  capped: [],
});
const tab = (...frames: readonly ReturnType<typeof frame>[]): TabFound => frames.reduce(putFrame, NOTHING_FOUND);

describe('what frames told', () => {
  test('is kept a frame once, the top frame first', () => {
    const found = tab(frame(9, [['a', 1]]), frame(0, [['a', 2]]), frame(9, [['b', 3]], 'later'));
    expect(found.frames.map(({ frameId, documentId }) => [frameId, documentId])).toEqual([
      [0, 'd0'],
      [9, 'later'],
    ]);
  });

  test('is summed over frames for the claims that count', () => {
    const found = tab(
      frame(0, [
        ['a', 2],
        ['b', 1],
        ['c', 0],
      ]),
      frame(9, [['a', 3]]),
    );
    expect([...sumFound(found)]).toEqual([
      ['a', 5],
      ['b', 1],
    ]);
    expect([...sumFound(found, (id) => id === 'b')]).toEqual([['b', 1]]);
  });

  test.each([
    [0, { frameId: 0, nth: 0 }],
    [1, { frameId: 0, nth: 1 }],
    [2, { frameId: 4, nth: 0 }],
    [3, null],
  ])('mention %i of a claim lies in %j', (nth, place) => {
    expect(locateMention(tab(frame(0, [['a', 2]]), frame(2, [['b', 5]]), frame(4, [['a', 1]])), 'a', nth)).toEqual(
      place,
    );
  });

  test('told at the same time by many frames loses none', async () => {
    await Promise.all([1, 2, 3, 4, 5].map((id) => changeFound(7, (found) => putFrame(found, frame(id, [['a', 1]])))));
    expect((await readFound(7)).frames).toHaveLength(5);
    await dropFound(7);
    expect(await readFound(7)).toEqual(NOTHING_FOUND);
    expect([...fake.storage.session.items.keys()]).toEqual([]);
  });
});

describe('the keyboard’s steps', () => {
  const walk = (
    found: TabFound,
    by: 1 | -1,
    steps: number,
    isCounted: (id: string) => boolean = () => true,
  ): readonly (number | undefined)[] => {
    let now = found;
    return Array.from({ length: steps }, () => {
      now = { ...now, cursor: moveCursor(now, by, isCounted) };
      return now.cursor?.frameId;
    });
  };
  const found = tab(frame(0, [['a', 2]]), frame(3, [['b', 1]]), frame(5, [['c', 0]]));

  test('go through every frame that holds a mention, and around', () => {
    expect(walk(found, 1, 5)).toEqual([0, 0, 3, 0, 0]);
    expect(walk(found, -1, 4)).toEqual([0, 0, 3, 0]);
  });

  test('leave out what is not shown', () => {
    expect(walk(found, 1, 2, (id) => id === 'b')).toEqual([3, 3]);
    expect(walk(found, 1, 1, () => false)).toEqual([undefined]);
  });

  test('there and back again is the same place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 20 }),
        (counts, steps) => {
          let now = tab(...counts.map((count, index) => frame(index, [['a', count]])));
          for (let step = 0; step < steps; step += 1) now = { ...now, cursor: moveCursor(now, 1, () => true) };
          const there = now.cursor;
          const on = { ...now, cursor: moveCursor(now, 1, () => true) };
          expect(moveCursor(on, -1, () => true)).toEqual(there);
        },
      ),
    );
  });
});

test.each([
  [0, ''],
  [1, '1'],
  [999, '999'],
  [1000, '999+'],
])('%i mentions are "%s" on the badge', (mentions, text) => expect(badgeText(mentions)).toBe(text));

test.each([
  ['https://Daily.Example:8443/a?b#c', 'daily.example'],
  ['http://xn--80ak6aa92e.example/', 'xn--80ak6aa92e.example'],
  ['about:blank', null],
  ['chrome://settings/', null],
  ['file:///home/x.html', null],
  ['nonsense', null],
  [undefined, null],
])('the site of %s is %s', (url, host) => expect(siteHost(url)).toBe(host));

test.each([
  ['https://daily.example/a/b?id=7#who', 'https://daily.example/a/b'],
  ['https://user:word@daily.example/a', 'https://daily.example/a'],
  ['file:///tmp/page.html?x', 'file:///tmp/page.html'],
  ['about:srcdoc', ''],
  ['data:text/html,hello', ''],
  [undefined, ''],
])('the plain address of %s is "%s"', (url, plain) => expect(plainAddress(url)).toBe(plain));

describe('a tab that is gone or not ours', () => {
  test.each([
    'No tab with id: 99999',
    'No frame with id 77 in tab with id 834652506',
    'No document with id 15F2D8E5CBBCC1D157D85EFCBD8A16C1 in tab with id 834652506',
    'Could not establish connection. Receiving end does not exist.',
    'Cannot access a chrome:// URL',
    'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
    'The extensions gallery cannot be scripted.',
    'Frame with ID 0 is showing error page',
    'The frame was removed.',
    'The tab was closed.',
    'The message port closed before a response was received.',
    'Invalid tab ID: 12',
    'Invalid documentId: e049286b-9e47-faec-7a58-b7537dc113e4',
    'Missing host permission for the tab',
  ])('is expected: %s', (message) => expect(isExpectedTabFault(new Error(message))).toBe(true));

  test.each([
    'QUOTA_BYTES quota exceeded',
    'x is not a function',
    'Could not load file: annotator.js',
    'Error at parameter target',
  ])('is not what this is: %s', (message) => expect(isExpectedTabFault(new Error(message))).toBe(false));

  test.each([
    ['Error at https://daily.example/page?who=me#x: no', 'Error at (an address) no'],
    ['Could not load "file:///home/me/letter.html".', 'Could not load "(an address)".'],
    ['No tab with id: 7.', 'No tab with id: 7.'],
  ])('is told without an address: %s', (message, told) => {
    expect(withoutAddresses(new Error(message))).toBe(told);
  });
});
