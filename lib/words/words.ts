/**
 * The catalogues of the interface: every word that Dalel says, in each language, under typed keys.
 * Law: the three files hold the same keys with the same placeholders (tests/unit/words).
 * The background and the pages import this; an injected script is handed its few entries instead.
 */
import en from './en.json' with { type: 'json' };
import kk from './kk.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import { makeSay, type Entries, type Values } from './say';

export type WordKey = keyof typeof en;
export type Language = 'en' | 'ru' | 'kk';
/** `Say` for callers that hold the whole catalogue: an unknown key does not compile. */
export type SayWord = (key: WordKey, values?: Values) => string;

export const LANGUAGES: readonly Language[] = ['en', 'ru', 'kk'];

/** Languages in their own name, so that a reader finds theirs whatever is set. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', kk: 'Қазақша' };

const CATALOGUES: Readonly<Record<Language, Entries>> = { en, ru, kk };

export function wordsFor(lang: Language): SayWord {
  return makeSay(CATALOGUES[lang], lang);
}

/** The entries whose key begins with one of the prefixes, for a page that gets only those. */
export function entriesFor(lang: Language, ...prefixes: readonly string[]): Entries {
  const isWanted = (key: string): boolean => prefixes.some((prefix) => key.startsWith(prefix));
  return Object.fromEntries(Object.entries(CATALOGUES[lang]).filter(([key]) => isWanted(key)));
}

/** `preferred` are language tags, the most wanted first, as `navigator.languages` has them. */
export function resolveLanguage(setting: Language | 'auto', preferred: readonly string[]): Language {
  if (setting !== 'auto') return setting;
  for (const tag of preferred) {
    const found = LANGUAGES.find((lang) => tag.toLowerCase().split('-')[0] === lang);
    if (found !== undefined) return found;
  }
  return 'en';
}
