/** The three catalogues say the same things, and exactly the things that the sources ask for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Plural } from '../../../lib/words/say';
import { LANGUAGES } from '../../../lib/words/languages';
import { entriesFor } from '../../../lib/words/words';

const ROOT = join(import.meta.dirname, '../../..');
const english = entriesFor('en', '');
const keys = Object.keys(english);

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'));
}

const sources = ['components', 'entrypoints', 'lib'].flatMap(sourceFiles).join('\n');
const namespaces = [...new Set(keys.map((key) => key.slice(0, key.indexOf('.'))))];
const namespace = `(?:${namespaces.join('|')})`;
/** Keys written out, and the beginnings of keys that end in a value: `status.${status}`. */
const written = [...sources.matchAll(new RegExp(`['"](${namespace}(?:\\.[a-z0-9-]+)+)['"]`, 'gu'))].map(
  ([, key = '']) => key,
);
const begun = [...sources.matchAll(new RegExp(`\`(${namespace}\\.[a-z0-9.-]*)\\$\\{`, 'gu'))].map(
  ([, start = '']) => start,
);

function formsOf(entry: string | Plural | undefined): readonly string[] {
  if (entry === undefined) return [];
  return typeof entry === 'string' ? [entry] : Object.values(entry);
}

function placeholders(text: string): string {
  return [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name))].sort().join(' ');
}

/** The values that the entry's fullest form asks for. */
function valuesOf(entry: string | Plural | undefined): string {
  return entry === undefined ? '' : placeholders(typeof entry === 'string' ? entry : entry.other);
}

test.each(LANGUAGES)('%s has every key and no other, in the same order', (lang) => {
  expect(Object.keys(entriesFor(lang, ''))).toEqual(keys);
});

test.each(LANGUAGES)('%s asks for the same values under each key as English does', (lang) => {
  const said = Object.entries(entriesFor(lang, '')).map(([key, entry]) => [key, valuesOf(entry)]);
  expect(said).toEqual(Object.entries(english).map(([key, entry]) => [key, valuesOf(entry)]));
});

test.each(LANGUAGES)('%s asks for the same values in every plural form', (lang) => {
  for (const [key, entry] of Object.entries(entriesFor(lang, ''))) {
    if (typeof entry === 'string') continue;
    for (const [form, text] of Object.entries(entry)) {
      // "One" may be written out where that form is for 1 alone; in Russian it is also for 21.
      const spare = form === 'one' && lang !== 'ru' ? `${text} {n}` : text;
      expect([key, form, placeholders(spare)]).toEqual([key, form, placeholders(entry.other)]);
    }
  }
});

test.each(LANGUAGES)('%s has a form for each plural category of its language, where a number decides', (lang) => {
  const categories = [...new Intl.PluralRules(lang).resolvedOptions().pluralCategories].sort();
  for (const [key, entry] of Object.entries(entriesFor(lang, ''))) {
    if (typeof entry !== 'string') expect([key, Object.keys(entry).sort()]).toEqual([key, categories]);
    expect([key, typeof entry]).toEqual([key, typeof english[key]]);
  }
});

test.each(LANGUAGES)('%s leaves nothing empty and no space at an end', (lang) => {
  for (const [key, entry] of Object.entries(entriesFor(lang, ''))) {
    for (const form of formsOf(entry))
      expect([key, form]).toEqual([key, form.trim() === '' ? 'some words' : form.trim()]);
  }
});

test('every key is asked for somewhere', () => {
  const isUsed = (key: string) => written.includes(key) || begun.some((start) => key.startsWith(start));
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});

test('every key that is asked for exists', () => {
  expect(written.length).toBeGreaterThan(100);
  // Names of files and of stored items may look like keys.
  const isKey = (name: string) => !/\.(?:json|css|html|yaml|tsx?|js|svg|png)$/u.test(name);
  expect(written.filter((key) => isKey(key) && !keys.includes(key))).toEqual([]);
  expect(begun.filter((start) => !keys.some((key) => key.startsWith(start)))).toEqual([]);
});
