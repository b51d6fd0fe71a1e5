/**
 * Which language a block is in: letters that only one language writes decide first, then function words, then in
 * which language the lexicon knows the names in it, then the page's own hint. A wrong guess costs stance and direction,
 * never a lexicon match, since forms of every language are looked up everywhere.
 */
import type { Language } from '../pack/schema';
import { foldWord } from './fold';
import type { Token } from './tokens';

const LETTER_WEIGHT = 3;
/** Neighbours share many names, so a name of the lexicon tells less than a function word. */
const NAMED_WEIGHT = 0.5;
const HINT_WEIGHT = 0.6;
const SCRIPT_WEIGHT = 0.3;
/** So many letters of its script, and not one of those that are usual in it, tell against a language. */
const TELLING_LENGTH = 20;
const UNUSUAL_WEIGHT = -1.5;
const CYRILLIC = /[\u0400-\u04FF]/u;

/** What tells a language apart: function words, folded, and letters that few other languages write. */
export interface Speech {
  readonly id: string;
  readonly words: readonly string[];
  readonly letters: string;
  readonly usual: string;
  readonly isCyrillic: boolean;
}

export interface LanguageTest {
  /** `named` are the languages of the lexicon's forms that stand in the block, one entry a mention. */
  decide(tokens: readonly Token[], named: readonly string[], hint: string | undefined): Speech;
}

export function speechOf({ id, words, letters, usual }: Language): Speech {
  return { id, words: words.map(foldWord), letters, usual, isCyrillic: words.some((word) => CYRILLIC.test(word)) };
}

export function openLanguageTest(languages: readonly Speech[]): LanguageTest {
  // One walk over the text serves all languages: which of them have this word, and which write this letter.
  const byWord = whoHas(languages.map(({ words }) => words));
  const byLetter = whoHas(languages.map(({ letters }) => Array.from(letters)));
  return {
    decide(tokens, named, hint) {
      const hinted = hint?.toLowerCase().split('-')[0];
      const written = tokens.map((t) => (t.kind === 'word' ? t.key : '')).join('');
      const isAnyCyrillic = CYRILLIC.test(written);
      const cyrillic =
        isAnyCyrillic && tokens.filter((t) => t.kind === 'word' && CYRILLIC.test(t.key)).length * 2 > tokens.length / 2;
      const scores = languages.map(({ id, isCyrillic }) => {
        const told = (id === hinted ? HINT_WEIGHT : 0) + (isCyrillic === cyrillic ? SCRIPT_WEIGHT : 0);
        return named.reduce((sum, lang) => (lang === id ? sum + NAMED_WEIGHT : sum), told);
      });
      const add = (places: readonly number[] | undefined, weight: number): void => {
        for (const place of places ?? []) scores[place] = (scores[place] ?? 0) + weight;
      };
      languages.forEach(({ usual, isCyrillic }, place) => {
        if (usual === '' || isCyrillic !== cyrillic || written.length < TELLING_LENGTH) return;
        if (!Array.from(usual).some((letter) => written.includes(letter))) add([place], UNUSUAL_WEIGHT);
      });
      const keys = tokens.map(({ key }) => key);
      for (const key of keys) add(byWord.get(key), 1);
      const all = keys.join('');
      for (const [letter, places] of byLetter) {
        for (let at = all.indexOf(letter); at >= 0; at = all.indexOf(letter, at + letter.length))
          add(places, LETTER_WEIGHT);
      }
      const best = languages[scores.indexOf(Math.max(...scores))];
      if (best === undefined) throw new Error('A pack without languages cannot be read: add one to its "languages".');
      return best;
    },
  };
}

function whoHas(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  lists.forEach((list, place) => {
    for (const one of new Set(list)) {
      const known = places.get(one);
      if (known === undefined) places.set(one, [place]);
      else known.push(place);
    }
  });
  return places;
}
