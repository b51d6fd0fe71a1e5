/** The languages of the interface, without their words: what a page needs to know before it loads those of one. */
import type { Language } from './words';

export const LANGUAGES: readonly Language[] = ['en', 'ru', 'kk'];

/** Languages in their own name, so that a reader finds theirs whatever is set. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', kk: 'Қазақша' };

/** `preferred` are language tags, the most wanted first, as `navigator.languages` has them. */
export function resolveLanguage(setting: Language | 'auto', preferred: readonly string[]): Language {
  if (setting !== 'auto') return setting;
  for (const tag of preferred) {
    const found = LANGUAGES.find((lang) => tag.toLowerCase().split('-')[0] === lang);
    if (found !== undefined) return found;
  }
  return 'en';
}
