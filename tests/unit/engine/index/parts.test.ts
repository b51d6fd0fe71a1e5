/** The parts of an index by themselves: strings, values, sections, owners, what frames are filed under. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex, stampOf } from '../../../../lib/engine/index/build';
import { openIndex } from '../../../../lib/engine/index/open';
import { ownerOf } from '../../../../lib/engine/index/owner';
import { INDEX_FORMAT, readSections, SECTIONS, writeSections } from '../../../../lib/engine/index/sections';
import {
  alphabetOf,
  openStrings,
  powerAbove,
  pushCount,
  writeSlots,
  writeStrings,
} from '../../../../lib/engine/index/strings';
import { openValues, writeValues } from '../../../../lib/engine/index/values';
import { fileFrames } from '../../../../lib/engine/match/filing';
import type { Frame } from '../../../../lib/engine/pack/schema';
import { anyText } from '../../../support/any-text';
import { SMALL } from '../../../support/small-pack';

describe('strings', () => {
  const open = (texts: readonly string[], alphabet = alphabetOf(texts.join(''))) => {
    const writer = writeStrings(alphabet);
    const starts = texts.map((one) => writer.add(one));
    const written = writer.finish();
    const strings = openStrings({ ...written, names: Uint32Array.from(starts), slots: writeSlots(texts) });
    return { starts, strings, bytes: written.text };
  };

  test('the alphabet is the letters beyond ASCII, the most frequent first, the lesser first among equals', () => {
    expect([...alphabetOf('abc')]).toEqual([]);
    expect([...alphabetOf('яёяж')]).toEqual([0x44f, 0x436, 0x451]);
    expect([...alphabetOf('\u007F\u0080')]).toEqual([0x80]);
    const many = Array.from({ length: 200 }, (_, i) => String.fromCharCode(0x400 + i)).join('');
    expect([...alphabetOf(many)]).toEqual(Array.from({ length: 127 }, (_, i) => 0x400 + i));
  });

  test('a letter takes one byte, one that is in no alphabet three, and the length its own', () => {
    expect([...open(['aя']).bytes]).toEqual([2, 0x61, 0x80]);
    expect([...open(['aя'], new Uint16Array()).bytes]).toEqual([2, 0x61, 0xff, 0x04, 0x4f]);
    expect([...open(['\u007F']).bytes]).toEqual([1, 0x7f]);
  });

  test('whatever the letters and the length, it is read as it was written', () => {
    const letters = Array.from({ length: 130 }, (_, i) => String.fromCharCode(0x400 + i)).join('');
    const texts = [
      '',
      'a',
      'я'.repeat(127),
      'я'.repeat(128),
      letters,
      'b'.repeat(0x2000),
      `${'c'.repeat(0x2000)}d`,
      'e'.repeat(20_000),
    ];
    const { starts, strings } = open(texts);
    expect(starts.map((start) => strings.at(start))).toEqual(texts);
    fc.assert(
      fc.property(fc.array(anyText), (made) => {
        const { starts: places, strings: read } = open(made);
        expect(places.map((start) => read.at(start))).toEqual(made);
      }),
    );
  });

  test('the same string stands once', () => {
    const { starts, bytes } = open(['one', 'two', 'one']);
    expect(starts).toEqual([0, 4, 0]);
    expect(bytes.length).toBe(8);
  });

  test.each([
    [0, [0]],
    [127, [127]],
    [128, [0x80, 1]],
    [16_384, [0x80, 0x80, 1]],
    [2 ** 40, [0x80, 0x80, 0x80, 0x80, 0x80, 0x20]],
  ])('the number %i is written as %j', (number, bytes) => {
    const into: number[] = [];
    pushCount(into, number);
    expect(into).toEqual(bytes);
  });

  test.each([
    [0, 1],
    [1, 2],
    [2, 4],
    [3, 4],
    [4, 8],
  ])('the power of two above %d is %i', (count, power) => {
    expect(powerAbove(count)).toBe(power);
  });

  test('names are known by number, and at most four fifths of their slots are full', () => {
    const names = Array.from({ length: 500 }, (_, i) => `name-${i}`);
    const { strings } = open(names);
    expect(names.map((name) => strings.numberOf(name))).toEqual(names.map((_, i) => i));
    expect(strings.nameOf(17)).toBe('name-17');
    expect(strings.numberOf('name-500')).toBe(-1);
    expect(writeSlots(names).length).toBe(1024);
    expect(() => writeSlots(Array.from({ length: 2 ** 20 - 1 }, () => ''))).toThrow(/may name 1048574 things/u);
  });
});

describe('values', () => {
  const back = (value: unknown): unknown => {
    const writer = writeStrings(new Uint16Array());
    const written = writeValues(writer);
    const start = written.add(value);
    const values = written.finish();
    return openValues(values, openStrings({ ...writer.finish(), names: new Uint32Array(), slots: writeSlots([]) })).at(
      start,
    );
  };
  const list = (length: number): string[] => Array.from({ length }, (_, i) => `line ${i}`);

  test.each([
    [null],
    [true],
    [false],
    [0],
    [-0],
    [-1],
    [0.5],
    [2 ** 53 - 1],
    [2 ** 53],
    [1e300],
    [''],
    ['a\nb'],
    [[]],
    [list(7)],
    [list(8)],
    [[...list(8), 'a\nb']],
    [[...list(8), 1]],
    [{}],
    [{ 'a\nb': 1, c: 2 }],
    [{ a: { b: [1, { c: null }] } }],
    [JSON.parse('{"__proto__":{"x":1}}')],
  ])('%j is read as it was written', (value) => {
    expect(back(value)).toStrictEqual(value);
    expect(back([value])).toStrictEqual([value]);
    expect(back({ value })).toStrictEqual({ value });
  });

  test('fields that are undefined are left out', () => {
    expect(back({ a: undefined, b: 1 })).toStrictEqual({ b: 1 });
    expect(back({ a: undefined })).toStrictEqual({});
  });

  test('the same value stands once, and so does a list of field names', () => {
    const written = writeValues(writeStrings(new Uint16Array()));
    const first = written.add({ a: 1, b: 2 });
    expect(written.add({ a: 1, b: 2 })).toBe(first);
    const second = written.add({ a: 3, b: 4 });
    expect(second).toBeGreaterThan(first);
    const { shapes, values } = written.finish();
    expect(shapes.length).toBe(1);
    // Kind and number of the shape, then kind and value of both fields.
    expect(values.length).toBe(2 * 6);
  });

  test('eight strings and more are one', () => {
    const bytesOf = (value: unknown): number => {
      const written = writeValues(writeStrings(new Uint16Array()));
      written.add(value);
      return written.finish().values.length;
    };
    expect(bytesOf(list(8))).toBe(2);
    expect(bytesOf(list(7))).toBeGreaterThan(7);
  });
});

describe('sections', () => {
  const bytes = buildIndex(SMALL);
  const read = readSections(bytes);
  /** Two words of its own and one a section. */
  const head = 4 * (2 + Object.keys(SECTIONS).length);

  test('are written as they were read', () => {
    expect(writeSections(read)).toEqual(bytes);
    expect(new TextDecoder().decode(bytes.slice(0, 4))).toBe('DALL');
    expect(bytes[4]).toBe(INDEX_FORMAT);
  });

  test.each([
    [bytes.slice(0, head - 1), /no index/u],
    [bytes.with(0, 0), /^These bytes are no index of a pack\. Build it anew\.$/u],
    [
      bytes.with(4, 99),
      new RegExp(`^The index is of format 99, this version reads ${INDEX_FORMAT}\\. Build it anew\\.$`, 'u'),
    ],
    [bytes.slice(0, head), /^The index is cut off in "text"\. Build it anew\.$/u],
    [bytes.slice(0, bytes.length - 4), /^The index is cut off in "needed"\. Build it anew\.$/u],
  ])('%#: what is none is refused', (wrong, sentence) => {
    expect(() => readSections(wrong)).toThrow(sentence);
  });

  test('bytes that begin at any place are read', () => {
    for (const shift of [1, 2, 3, 4]) {
      const moved = new Uint8Array(bytes.length + shift);
      moved.set(bytes, shift);
      expect(readSections(moved.subarray(shift))).toEqual(read);
    }
  });
});

test('the owner of an item is the last that begins at or before it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 1 }), (counts) => {
      const starts = [0];
      for (const count of counts) starts.push((starts.at(-1) ?? 0) + count);
      const naive = counts.flatMap((count, owner) => Array.from({ length: count }, () => owner));
      expect(naive.map((_, item) => ownerOf(Uint32Array.from(starts), item))).toEqual(naive);
    }),
  );
});

describe('an index', () => {
  const index = openIndex(buildIndex(SMALL));

  test('says what it was built from, and not what it was not', () => {
    expect(index.stamp()).toBe(stampOf(SMALL));
    expect(stampOf(SMALL)).toMatch(/^[0-9a-f]{1,8}-[0-9a-f]{1,8}$/u);
    expect(stampOf({ ...SMALL, claims: [] })).not.toBe(stampOf(SMALL));
  });

  test('knows its anchors, and those of no other name', () => {
    const anchors = SMALL.concepts.map(({ id }) => id).filter((id) => index.isAnchor(id));
    expect(anchors).toEqual(['kazakhstan', 'exporter']);
    expect(index.isAnchor('nobody')).toBe(false);
    const late = { id: 'late', kind: 'party' as const, anchor: true, forms: { en: ['late'] } };
    const more = openIndex(buildIndex({ ...SMALL, concepts: [...SMALL.concepts, late] }));
    expect(more.isAnchor('late')).toBe(true);
    expect(more.isAnchor('buy')).toBe(false);
  });

  test('gives a claim by number and by name, the same each time', () => {
    expect(index.claimOf('halted')).toEqual(SMALL.claims[1]);
    expect(index.claimOf('halted')).toBe(index.claim(1));
    expect(index.claimOf('us-bought-jets')).toEqual(SMALL.claims[0]);
    expect(index.claimOf('nothing')).toBeNull();
    expect(index.grammar(0)).toBe(index.grammar(0));
    expect(index.speech().map(({ id }) => id)).toEqual(['en', 'ru']);
    expect(index.speech()).toBe(index.speech());
  });
});

describe('frames are filed', () => {
  const frame = (more: Partial<Frame>): Frame => ({ id: 'f', roles: {}, ...more });
  const file = (...frames: Frame[]) => {
    const { byConcept, always, needs } = fileFrames([
      { id: 'a', frames: frames.slice(0, 1) },
      { id: 'b', frames: frames.slice(1) },
    ]);
    return { by: Object.fromEntries(byConcept), always, needs };
  };

  test('under the role that names the fewest concepts, and need the others', () => {
    expect(file(frame({ roles: { action: ['x', 'y'], object: ['z'] } }))).toEqual({
      by: { z: [0] },
      always: [],
      needs: [[['x', 'y']]],
    });
  });

  test('not under a role that the context or a number may fill', () => {
    expect(file(frame({ roles: { action: ['x', 'y'], object: ['z'] }, context: ['object'] }))).toEqual({
      by: { x: [0], y: [0] },
      always: [],
      needs: [[]],
    });
    expect(file(frame({ roles: { action: ['x', 'y'], object: ['z'] }, context: ['object', 'giver'] })).by).toEqual({
      x: [0],
      y: [0],
    });
    expect(file(frame({ roles: { action: ['x', 'y'], count: ['#81'] } })).by).toEqual({ x: [0], y: [0] });
    expect(file(frame({ roles: { action: ['x', 'y', 'v'], count: ['z', '#81'] } })).by).toEqual({
      x: [0],
      y: [0],
      v: [0],
    });
  });

  test('always where no role must be named, and by a number that counts through all claims', () => {
    expect(
      file(
        frame({ roles: { count: ['#1'] } }),
        frame({ roles: { object: ['z'] } }),
        frame({ roles: { object: ['z'] } }),
      ),
    ).toEqual({
      by: { z: [1, 2] },
      always: [0],
      needs: [[], [], []],
    });
  });
});
