/**
 * Values: plain data (what JSON can say) as bytes, each string once in the index's text and each list of field names
 * once in its shapes, read back one value at a time. Law: what is read equals what was written; fields that are
 * undefined are left out, as JSON leaves them out.
 */
import type { Sections } from './sections';
import { pushCount, type Strings, type StringWriter } from './strings';

export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value | undefined };

const KIND = {
  null: 0,
  false: 1,
  true: 2,
  whole: 3,
  number: 4,
  string: 5,
  list: 6,
  record: 7,
  lines: 8,
  shaped: 9,
} as const;
/** As many strings are one text with line breaks between: cutting one text is faster than making many. */
const LEAST_LINES = 8;

export interface ValueWriter {
  /** Where the value begins, the same for the same value. */
  add(value: unknown): number;
  finish(): Pick<Sections, 'values' | 'shapes'>;
}

export function writeValues(strings: StringWriter): ValueWriter {
  const bytes: number[] = [];
  const starts = new Map<string, number>();
  /** Names of fields, joined, by the number of the shape. */
  const shapes = new Map<string, number>();
  const put = (into: number[], value: Value): void => {
    if (value === null || value === true || value === false) into.push(KIND[`${value}`]);
    else if (typeof value === 'number') {
      const isWhole = Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
      into.push(isWhole ? KIND.whole : KIND.number);
      // A zero below zero is written out: as text it would lose its sign.
      pushCount(into, isWhole ? value : strings.add(Object.is(value, -0) ? '-0' : String(value)));
    } else if (typeof value === 'string') {
      into.push(KIND.string);
      pushCount(into, strings.add(value));
    } else if (areLines(value)) {
      into.push(KIND.lines);
      pushCount(into, strings.add(value.join('\n')));
    } else if (Array.isArray(value)) {
      into.push(KIND.list);
      pushCount(into, value.length);
      for (const one of value) put(into, one);
    } else putRecord(into, value as { readonly [key: string]: Value | undefined });
  };
  const putRecord = (into: number[], record: { readonly [key: string]: Value | undefined }): void => {
    const fields = Object.entries(record).flatMap(([key, one]) => (one === undefined ? [] : [[key, one] as const]));
    if (fields.length === 0 || fields.some(([key]) => key.includes('\n'))) {
      into.push(KIND.record);
      pushCount(into, fields.length);
      for (const [key, one] of fields) {
        pushCount(into, strings.add(key));
        put(into, one);
      }
      return;
    }
    const shape = fields.map(([key]) => key).join('\n');
    const number = shapes.get(shape) ?? shapes.size;
    shapes.set(shape, number);
    into.push(KIND.shaped);
    pushCount(into, number);
    for (const [, one] of fields) put(into, one);
  };
  return {
    add(value) {
      const own: number[] = [];
      put(own, value as Value); // Plain data by contract; what is none has no bytes to be written as.
      const key = own.join();
      const known = starts.get(key);
      if (known !== undefined) return known;
      const start = bytes.length;
      starts.set(key, start);
      for (const byte of own) bytes.push(byte);
      return start;
    },
    finish: () => ({
      values: Uint8Array.from(bytes),
      shapes: Uint32Array.from(shapes.keys(), (shape) => strings.add(shape)),
    }),
  };
}

function areLines(value: Value): value is readonly string[] {
  if (!Array.isArray(value) || value.length < LEAST_LINES) return false;
  return value.every((one) => typeof one === 'string' && !one.includes('\n'));
}

export interface Values {
  at(start: number): Value;
}

export function openValues({ values, shapes }: Pick<Sections, 'values' | 'shapes'>, strings: Strings): Values {
  const fieldsOf = new Map<number, readonly string[]>();
  const fields = (shape: number): readonly string[] => {
    const known = fieldsOf.get(shape);
    if (known !== undefined) return known;
    const names = strings.at(shapes[shape] ?? 0).split('\n');
    fieldsOf.set(shape, names);
    return names;
  };
  return { at: (start) => readValue(values, start, strings, fields) };
}

function readValue(
  bytes: Uint8Array,
  start: number,
  strings: Strings,
  fieldsOf: (shape: number) => readonly string[],
): Value {
  let at = start;
  const count = (): number => {
    let number = 0;
    for (let unit = 1; ; unit *= 0x80) {
      const byte = bytes[at++] ?? 0;
      number += (byte & 0x7f) * unit;
      if (byte < 0x80) return number;
    }
  };
  const take = (): Value => {
    switch (bytes[at++] ?? KIND.null) {
      case KIND.false:
        return false;
      case KIND.true:
        return true;
      case KIND.whole:
        return count();
      case KIND.number:
        return Number(strings.at(count()));
      case KIND.string:
        return strings.at(count());
      case KIND.lines:
        return strings.at(count()).split('\n');
      case KIND.list:
        return Array.from({ length: count() }, take);
      case KIND.shaped:
        // A field named __proto__ is a field like any other.
        return Object.fromEntries(fieldsOf(count()).map((name) => [name, take()]));
      case KIND.record:
        return Object.fromEntries(Array.from({ length: count() }, () => [strings.at(count()), take()]));
      default:
        return null;
    }
  };
  return take();
}
