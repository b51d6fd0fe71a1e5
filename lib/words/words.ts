/**
 * The catalogues of the interface: every word that Dalel says, in each language, under typed keys.
 * Law: the three files hold the same keys with the same placeholders (tests/unit/words).
 * The background imports this; a page of ours loads one language (load-words), an injected script is handed its few entries.
 */
import en from './en.json' with { type: 'json' };
import kk from './kk.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import { makeSay, type Entries, type Values } from './say';

export type WordKey = keyof typeof en;
export type Language = 'en' | 'ru' | 'kk';
/** `Say` for callers that hold the whole catalogue: an unknown key does not compile. */
export type SayWord = (key: WordKey, values?: Values) => string;

const CATALOGUES: Readonly<Record<Language, Entries>> = { en, ru, kk };

export function wordsFor(lang: Language): SayWord {
  return makeSay(CATALOGUES[lang], lang);
}

/** The entries whose key begins with one of the prefixes, for a page that gets only those. */
export function entriesFor(lang: Language, ...prefixes: readonly string[]): Entries {
  const isWanted = (key: string): boolean => prefixes.some((prefix) => key.startsWith(prefix));
  return Object.fromEntries(Object.entries(CATALOGUES[lang]).filter(([key]) => isWanted(key)));
}
