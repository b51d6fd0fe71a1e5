/** The words of one language for a page of ours, loaded when it is first spoken: three catalogues would be most of a page. */
import { makeSay, type Entries } from './say';
import type { Language, SayWord } from './words';

const CATALOGUES: Readonly<Record<Language, () => Promise<{ readonly default: Entries }>>> = {
  en: () => import('./en.json'),
  ru: () => import('./ru.json'),
  kk: () => import('./kk.json'),
};

const loaded = new Map<Language, SayWord>();

/** Null until `loadWords` of that language has come to its end. */
export const loadedWords = (lang: Language): SayWord | null => loaded.get(lang) ?? null;

/** Rejects where the extension's own file cannot be read any more, as after an update under an open page. */
export async function loadWords(lang: Language): Promise<SayWord> {
  const known = loadedWords(lang);
  if (known !== null) return known;
  const { default: entries } = await CATALOGUES[lang]();
  const say: SayWord = makeSay(entries, lang);
  loaded.set(lang, say);
  return say;
}
