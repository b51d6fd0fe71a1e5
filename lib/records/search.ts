/**
 * Search: texts to words, words to the rows that hold them, best first. Every word of a query must begin a word of the
 * row; case, ё, accents and the eight Kazakh letters do not matter. Its own few lines instead of a library: with 10,000
 * claims a ranked prefix search of the usual kind takes 20 to 350 ms a keystroke, this one 1 to 8 (tests/bench).
 */
import { fold, foldWord } from '../engine/text/fold';
import type { ClaimText } from '../messages/protocol';

const WORD = /[\p{L}\p{M}]+|\p{Nd}+/gu;
/** Where a word stands decides what it weighs; kept in the two low bits of a posting. */
const WEIGHTS = [1, 2, 3, 6] as const;
type Field = 0 | 1 | 2 | 3;
const FIELDS: Readonly<Record<keyof ClaimText, Field>> = { summaries: 0, sources: 1, speakers: 2, proposition: 3 };
/** A word that is only begun weighs less than one that is written out. */
const BEGUN = 0.5;
const HEAD = 2;
/** Finds ә typed as а and so on: many keyboards have no Kazakh letters. */
const KAZAKH: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
};

/** The words of a text as search compares them, each once. */
export function searchWords(text: string): ReadonlySet<string> {
  return new Set((fold(text).match(WORD) ?? []).map(plain));
}

function plain(word: string): string {
  const folded = foldWord(word);
  return /[әғқңөұүһі]/u.test(folded) ? folded.replace(/[әғқңөұүһі]/gu, (letter) => KAZAKH[letter] ?? letter) : folded;
}

export interface SearchIndex {
  /** Adds the next row. */
  add(text: ClaimText): void;
  size(): number;
  /** Row numbers, best first, the lower number first among equals; null where the query holds no word. */
  find(query: string): Int32Array | null;
}

export function openSearch(): SearchIndex {
  /** Terms by their first two letters, so that a prefix looks only at its own. */
  const heads = new Map<string, Map<string, number[]>>();
  const known = new Map<string, string>();
  let size = 0;

  function wordsOf(text: string): readonly string[] {
    return (fold(text).match(WORD) ?? []).map((word) => {
      const before = known.get(word);
      if (before !== undefined) return before;
      const made = plain(word);
      known.set(word, made);
      return made;
    });
  }

  function post(word: string, field: Field): void {
    const head = word.slice(0, HEAD);
    let terms = heads.get(head);
    if (terms === undefined) heads.set(head, (terms = new Map()));
    const postings = terms.get(word);
    if (postings === undefined) terms.set(word, [size * 4 + field]);
    // Fields come the weightiest first, so what is there already weighs as much or more.
    else if ((postings.at(-1) ?? 0) >> 2 !== size) postings.push(size * 4 + field);
  }

  /** Adds to `scores` what one word of the query is worth in each row that holds it. */
  function scoreWord(word: string, scores: Float32Array): void {
    const tables =
      word.length >= HEAD
        ? [heads.get(word.slice(0, HEAD))]
        : [...heads].flatMap(([head, terms]) => (head.startsWith(word) ? [terms] : []));
    for (const terms of tables) {
      if (terms === undefined) continue;
      for (const [term, postings] of terms) {
        if (!term.startsWith(word)) continue;
        const rarity = Math.log(1 + size / postings.length) * (term.length === word.length ? 1 : BEGUN);
        for (const posting of postings) {
          const row = posting >> 2;
          const score = rarity * (WEIGHTS[posting & 3] ?? 1);
          if (score > (scores[row] ?? 0)) scores[row] = score;
        }
      }
    }
  }

  return {
    add(text) {
      for (const field of ['proposition', 'speakers', 'sources', 'summaries'] as const) {
        for (const word of wordsOf(text[field])) post(word, FIELDS[field]);
      }
      size += 1;
    },
    size: () => size,
    find(query) {
      const words = [...searchWords(query)];
      if (words.length === 0) return null;
      const totals = new Float32Array(size).fill(1);
      for (const word of words) {
        const scores = new Float32Array(size);
        scoreWord(word, scores);
        for (let row = 0; row < size; row++) {
          const score = scores[row] ?? 0;
          totals[row] = score === 0 ? 0 : (totals[row] ?? 0) === 0 ? 0 : (totals[row] ?? 0) + score;
        }
      }
      return rank(totals);
    },
  };
}

/** Rows with a score, best first: score and row number in one number each, since numbers alone sort ten times faster. */
function rank(totals: Float32Array): Int32Array {
  const size = Math.max(1, totals.length);
  const keys = new Float64Array(totals.length);
  let count = 0;
  for (let row = 0; row < totals.length; row++) {
    const total = totals[row] ?? 0;
    if (total > 0) keys[count++] = (1e6 - Math.round(total * 1000)) * size + row;
  }
  return Int32Array.from(keys.subarray(0, count).sort(), (key) => key % size);
}
