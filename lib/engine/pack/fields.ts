/** The kinds of text that the fields of a pack hold: each checked for what could hide, reorder or lead astray. */
import * as v from 'valibot';

/** U+202A–202E and U+2066–2069 reorder text, C0/C1 controls hide it: neither belongs in a name or a sentence. */
const HIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/u;

export const text = (max: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(max),
    v.check((s) => !HIDDEN.test(s), 'Expected text without control or bidirectional override characters'),
    v.check((s) => s === s.normalize('NFC'), 'Expected text in Unicode normal form NFC'),
  );

/** `kebab-case`, as in file names; never reused for something else. */
export const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Expected an id in kebab-case'),
  v.maxLength(80),
);
export const lang = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[a-z]{4})?$/, 'Expected a language code such as "en"'));

/** A date known to the day, the month or the year. Left out where unknown. */
export const partialDate = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    'Expected a date as 2024-04-28, 2024-04 or 2024',
  ),
);
export const fullDate = v.pipe(v.string(), v.isoDate('Expected a date as 2024-04-28'));

/** http(s) without credentials; `v.url()` alone would take `javascript:`. */
export const webAddress = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.regex(/^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/iu, 'Expected an http or https address without user name'),
);

/** The same words in each interface language; English is the one that every reader can fall back to. */
export const words = (max: number) =>
  v.strictObject({ en: text(max), ru: v.optional(text(max)), kk: v.optional(text(max)) });
type NameOrWords = v.GenericSchema<v.InferInput<ReturnType<typeof words>> | string>;
/** A proper name or a bare figure, which every language writes alike, or words in each. */
export const nameOrWords = (max: number) =>
  v.lazy((input) => (typeof input === 'string' ? text(max) : words(max)) as NameOrWords);
