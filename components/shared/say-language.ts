/** The name of a language in the language of the page; its code where the browser knows no name for it. */
import type { Language } from '../../lib/words/words';

/** Chromium ships no Kazakh names of languages. */
const KAZAKH: Readonly<Record<string, string>> = {
  ar: 'араб',
  de: 'неміс',
  en: 'ағылшын',
  es: 'испан',
  fi: 'фин',
  fr: 'француз',
  id: 'индонезия',
  it: 'итальян',
  kk: 'қазақ',
  ky: 'қырғыз',
  pl: 'поляк',
  pt: 'португал',
  ru: 'орыс',
  sr: 'серб',
  tr: 'түрік',
  uk: 'украин',
  uz: 'өзбек',
  zh: 'қытай',
};

export function sayLanguage(code: string, lang: Language): string {
  if (lang === 'kk') return KAZAKH[code.split('-')[0] ?? ''] ?? code;
  try {
    return new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' }).of(code) ?? code;
  } catch (error) {
    // A code that is none: shown as it stands.
    if (error instanceof RangeError) return code;
    throw error;
  }
}
