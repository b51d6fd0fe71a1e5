/** A record's words in the language of the page, English where it has none; with the language they came in. */
import type { Words } from '../../lib/engine/pack/schema';
import type { Language } from '../../lib/words/words';

export interface Said {
  readonly text: string;
  readonly lang: Language;
}

export function wordsIn(words: Words, lang: Language): Said {
  const text = words[lang];
  return text === undefined ? { text: words.en, lang: 'en' } : { text, lang };
}
