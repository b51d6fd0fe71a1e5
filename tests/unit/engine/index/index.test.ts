import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../../lib/engine/index/build';
import { openIndex } from '../../../../lib/engine/index/open';
import { alphabetOf, openStrings, writeSlots, writeStrings } from '../../../../lib/engine/index/strings';
import { openValues, writeValues } from '../../../../lib/engine/index/values';
import { traitsOf } from '../../../../lib/engine/match/grammar';
import { check, openIndexedReader } from '../../../../lib/engine/read';
import { SMALL } from '../../../support/small-pack';

const bytes = buildIndex(SMALL);

test('the same data give the same bytes, and they are read where they lie', () => {
  expect(buildIndex(structuredClone(SMALL))).toEqual(bytes);
  const [reading] = check(openIndexedReader(bytes), [{ kind: 'text', text: 'Kazakhstan sold jets to the US.' }]);
  expect(reading?.findings.length).toBe(1);
});

test('what stands in an index is what it was built from', () => {
  const index = openIndex(bytes);
  expect(SMALL.claims.map((_, number) => index.claim(number))).toEqual(SMALL.claims);
  SMALL.languages.forEach((language, number) => expect(index.grammar(number).language).toEqual(traitsOf(language)));
  expect(SMALL.concepts.map((_, number) => index.concepts.at(number))).toEqual(
    SMALL.concepts.map(({ forms: _forms, ...concept }) => concept),
  );
});

describe('bytes that are no index of today', () => {
  test('cut out of others they are read all the same', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(openIndex(shifted.subarray(1)).claim(0)).toEqual(SMALL.claims[0]);
  });

  test.each([
    ['are something else', new Uint8Array(4000), /no index/],
    ['are too few', new Uint8Array(3), /no index/],
    ['end early', bytes.slice(0, bytes.length - 8), /cut off/],
    ['are of another format', bytes.with(4, 250), /format 250/],
  ])('that %s are refused with a sentence', (_what, wrong, sentence) => {
    expect(() => openIndex(wrong)).toThrow(sentence);
  });
});

test('a value is read as it was written', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const writer = writeStrings(alphabetOf(JSON.stringify(value)));
      const written = writeValues(writer);
      const start = written.add(value);
      const values = written.finish();
      const strings = openStrings({ ...writer.finish(), names: new Uint32Array(), slots: writeSlots([]) });
      expect(openValues(values, strings).at(start)).toEqual(value);
    }),
  );
});

test('names are found by their text, and others are not', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' })), fc.string(), (names, other) => {
      const writer = writeStrings(new Uint16Array());
      const starts = Uint32Array.from(names, writer.add);
      const strings = openStrings({ ...writer.finish(), names: starts, slots: writeSlots(names) });
      expect(names.map((name) => strings.numberOf(name))).toEqual(names.map((_, number) => number));
      expect(strings.numberOf(other)).toBe(names.indexOf(other));
    }),
  );
});
