/**
 * Words of the interface: one entry a key, with {placeholders}, and plural forms chosen by Intl.PluralRules on `n`.
 * Pure: the catalogue is passed in, so that a page gets only the few entries it needs.
 */
export type Plural = { readonly [form in Intl.LDMLPluralRule]?: string } & { readonly other: string };
export type Entries = Readonly<Record<string, string | Plural>>;
export type Values = Readonly<Record<string, string | number>>;
export type Say = (key: string, values?: Values) => string;

/** Below it a whole number is its digits in every language of ours. */
const FIRST_GROUPED = 1_000;

/** An unknown key comes back as itself, so that a missing word shows in the interface and in the tests. */
export function makeSay(entries: Entries, lang: string): Say {
  // Made when first needed: the first of its kind in a process has the browser load tables, 25 ms in Chromium.
  let rules: Intl.PluralRules | null = null;
  let numbers: Intl.NumberFormat | null = null;
  const formOf = (n: number): Intl.LDMLPluralRule => (rules ??= new Intl.PluralRules(lang)).select(n);
  const format = (n: number): string =>
    n >= 0 && n < FIRST_GROUPED && Number.isInteger(n)
      ? String(n)
      : (numbers ??= new Intl.NumberFormat(lang)).format(n);
  return (key, values = {}) => {
    const entry = entries[key];
    if (entry === undefined) return key;
    const n = values['n'];
    const text = typeof entry === 'string' ? entry : (entry[formOf(typeof n === 'number' ? n : 0)] ?? entry.other);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? format(value) : value;
    });
  };
}
