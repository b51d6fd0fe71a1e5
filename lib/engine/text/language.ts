/**
 * Which language a block is in: letters that only one language writes decide first, then function words, then in
 * which language the lexicon knows the names in it, then the page's own hint. A wrong guess costs stance and direction, never a lexicon match, since forms of every
 * language are looked up everywhere.
 */
import type { Language } from '../pack/schema';
import { foldWord } from './fold';
import type { Token } from './tokens';

const LETTER_WEIGHT = 3;
/** Neighbours share many names, so a name of the lexicon tells less than a function word. */
const NAMED_WEIGHT = 0.5;
const CYRILLIC = /[\u0400-\u04FF]/u;

/** What tells a language apart. */
export type Speech = Pick<Language, 'id' | 'words' | 'letters'>;

export interface LanguageTest<L extends Speech> {
  /** `named` are the languages of the lexicon's forms that stand in the block, one entry a mention. */
  decide(tokens: readonly Token[], named: readonly string[], hint: string | undefined): L;
}

export function openLanguageTest<L extends Speech>(languages: readonly L[]): LanguageTest<L> {
  const rows = languages.map((language) => ({
    language,
    words: new Set(language.words.map(foldWord)),
    letters: new Set(language.letters),
    cyrillic: language.words.some((word) => CYRILLIC.test(word)),
  }));
  return {
    decide(tokens, named, hint) {
      const hinted = hint?.toLowerCase().split('-')[0];
      let best = rows[0];
      let bestScore = -1;
      const cyrillic = tokens.filter((t) => t.kind === 'word' && CYRILLIC.test(t.key)).length * 2 > tokens.length / 2;
      for (const row of rows) {
        let score = row.language.id === hinted ? 0.6 : 0;
        if (row.cyrillic === cyrillic) score += 0.3;
        for (const lang of named) if (lang === row.language.id) score += NAMED_WEIGHT;
        for (const token of tokens) {
          if (row.words.has(token.key)) score += 1;
          for (const letter of token.key) if (row.letters.has(letter)) score += LETTER_WEIGHT;
        }
        if (score > bestScore) [best, bestScore] = [row, score];
      }
      if (best === undefined) throw new Error('A pack without languages cannot be read: add one to its "languages".');
      return best.language;
    },
  };
}
