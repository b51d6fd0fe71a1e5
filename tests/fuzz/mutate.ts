/** Sound data with a few things wrong in it, as a hostile or a damaged file has them. */
import fc from 'fast-check';

/** Texts that have broken readers: names of the language, odd characters, addresses that are none, far too much. */
export const NASTY_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\u202Eabc',
  '\u2066x\u2069',
  '\uFEFF',
  '\uD800',
  '\uDC00x',
  'e\u0301',
  'İ',
  'ß',
  'ﬁ',
  '１２',
  '𝟙',
  '@',
  '=',
  '*',
  '+',
  'a*',
  '=US',
  '#81',
  '#',
  '#-1',
  '/',
  'a/b',
  '../x',
  'javascript:alert(1)',
  'data:text/html,<b>',
  'https://',
  'https://a@b.example/',
  'http://[::1]/',
  'http://x.example/\n',
  'file:///etc/passwd',
  '<img src=x onerror=alert(1)>',
  '{"a":1}',
  '2024-02-30',
  '2024-13-01',
  '0000-00-00',
  '2026-11-22T10:00:00.000Z',
  '9'.repeat(400),
  'x'.repeat(9000),
  'Қазақстан',
  '-',
  '--',
  '%',
  '%E0%A4%A',
  'null',
];

export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const nastyNumber = fc.constantFrom(0, -0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, -1e308, 5e-324, 2, 81);

/** Whatever JSON can hold where something else was. */
export const nasty: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  nastyNumber,
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { en: null }, { length: 5 }, { toString: 1 }),
  fc.array(nastyText, { maxLength: 4 }),
  fc.dictionary(nastyText, nastyText, { maxKeys: 3 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const HOWS = ['drop', 'put', 'copy', 'twice', 'add', 'wrap', 'splice'] as const;

export interface Edit {
  readonly how: (typeof HOWS)[number];
  /** Which part of the data, counted over all of them and round again. */
  readonly at: number;
  readonly from: number;
  readonly value: unknown;
  readonly name: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  how: fc.constantFrom(...HOWS),
  at: fc.nat(0xffff_ffff),
  from: fc.nat(0xffff_ffff),
  value: nasty,
  name: nastyText,
});

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(edit, { maxLength: 4 });

type Holder = Record<string | number, unknown>;
interface Part {
  readonly holder: Holder;
  readonly key: string | number;
}

function listParts(data: unknown, parts: Part[] = []): readonly Part[] {
  if (typeof data !== 'object' || data === null) return parts;
  const holder = data as Holder; // An object or a list, by the line above.
  for (const key of Array.isArray(data) ? data.keys() : Object.keys(data)) {
    parts.push({ holder, key });
    listParts(holder[key], parts);
  }
  return parts;
}

/** `__proto__` becomes a name like any other, as `JSON.parse` makes it. */
function put(holder: Holder, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function apply(data: unknown, { how, at, from, value: made, name }: Edit): void {
  // One value may be put in twice, and into itself.
  const value = structuredClone(made);
  const parts = listParts(data);
  const part = parts[at % parts.length];
  if (part === undefined) return;
  const { holder, key } = part;
  const old = holder[key];
  switch (how) {
    case 'drop':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      return;
    case 'put':
      put(holder, key, value);
      return;
    case 'copy': {
      const other = parts[from % parts.length];
      put(holder, key, other === undefined ? null : structuredClone(other.holder[other.key]));
      return;
    }
    case 'twice':
      if (Array.isArray(holder)) holder.push(structuredClone(old));
      else put(holder, name, structuredClone(old));
      return;
    case 'add':
      if (Array.isArray(old)) old.push(value);
      else if (typeof old === 'object' && old !== null) put(old as Holder, name, value);
      else put(holder, key, value);
      return;
    case 'wrap':
      put(holder, key, [old]);
      return;
    case 'splice':
      if (typeof old !== 'string') return;
      put(holder, key, `${old.slice(0, from % (old.length + 1))}${name}${old.slice(from % (old.length + 1))}`);
  }
}

/** The data with these edits; `json` is what it was as text. */
export function mutate(json: string, all: readonly Edit[]): unknown {
  const whole = { data: JSON.parse(json) as unknown };
  for (const one of all) apply(whole, one);
  return whole.data;
}

/** The same as text, which is empty where nothing is left. */
export const mutateText = (json: string, all: readonly Edit[]): string => JSON.stringify(mutate(json, all)) ?? '';

/** Text as a broken line leaves it: cut, doubled in part, with something strange in it. */
export const damage: fc.Arbitrary<(text: string) => string> = fc
  .record({
    how: fc.constantFrom('none', 'none', 'cut', 'insert', 'double', 'lose'),
    at: fc.nat(),
    by: fc.nat(400),
    value: nastyText,
  })
  .map(({ how, at, by, value }) => (text: string) => {
    const place = at % (text.length + 1);
    switch (how) {
      case 'cut':
        return text.slice(0, place);
      case 'insert':
        return text.slice(0, place) + value + text.slice(place);
      case 'double':
        return text.slice(0, place + by) + text.slice(place);
      case 'lose':
        return text.slice(0, place) + text.slice(place + by);
      case 'none':
        return text;
    }
  });
