/**
 * Values: plain data (what JSON can say) as bytes, each string once in the index's table, read back one value at a
 * time. Law: what is read equals what was written; fields that are undefined are left out, as JSON leaves them out.
 */
import type { Strings, StringWriter } from './strings';

export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value | undefined };

const KIND = { null: 0, false: 1, true: 2, whole: 3, number: 4, string: 5, list: 6, record: 7, lines: 8 } as const;
/** As many strings are one text with line breaks between: cutting one text is faster than making many. */
const LEAST_LINES = 8;

export interface ValueWriter {
  /** Where the value begins. */
  add(value: unknown): number;
  finish(): Uint8Array<ArrayBuffer>;
}

export function writeValues(strings: StringWriter): ValueWriter {
  const bytes: number[] = [];
  const count = (number: number): void => {
    let rest = number;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
    bytes.push(rest);
  };
  const put = (value: Value): void => {
    if (value === null || value === true || value === false) bytes.push(KIND[`${value}`]);
    else if (typeof value === 'number') {
      const isWhole = Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
      bytes.push(isWhole ? KIND.whole : KIND.number);
      // A zero below zero is written out: as text it would lose its sign.
      count(isWhole ? value : strings.add(Object.is(value, -0) ? '-0' : String(value)));
    } else if (typeof value === 'string') {
      bytes.push(KIND.string);
      count(strings.add(value));
    } else if (areLines(value)) {
      bytes.push(KIND.lines);
      count(strings.add(value.join('\n')));
    } else if (Array.isArray(value)) {
      bytes.push(KIND.list);
      count(value.length);
      value.forEach(put);
    } else {
      const fields = Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, one] as const]));
      bytes.push(KIND.record);
      count(fields.length);
      for (const [key, one] of fields) {
        count(strings.add(key));
        put(one);
      }
    }
  };
  return {
    add(value) {
      const start = bytes.length;
      put(value as Value); // Plain data by contract; what is none has no bytes to be written as.
      return start;
    },
    finish: () => Uint8Array.from(bytes),
  };
}

function areLines(value: Value): value is readonly string[] {
  if (!Array.isArray(value) || value.length < LEAST_LINES) return false;
  return value.every((one) => typeof one === 'string' && !one.includes('\n'));
}

export function readValue(bytes: Uint8Array, start: number, strings: Strings): Value {
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
      case KIND.record: {
        const fields: [string, Value][] = [];
        for (let left = count(); left > 0; left--) fields.push([strings.at(count()), take()]);
        // A field named __proto__ is a field like any other.
        return Object.fromEntries(fields);
      }
      default:
        return null;
    }
  };
  return take();
}
