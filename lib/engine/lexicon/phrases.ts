/** Phrases of a language's grammar (negation, cues, markers): the same notation as forms, found at a token place. */
import type { Language } from '../pack/schema';
import type { Token } from '../text/tokens';
import { fold } from '../text/fold';
import { parseForm, type FormToken } from './forms';

export interface PhraseHit {
  readonly from: number;
  readonly to: number;
}

export interface Phrases {
  /** Every place where a phrase stands, in order. */
  all(tokens: readonly Token[], from: number, to: number): readonly PhraseHit[];
  /** The end of a phrase that starts at `at`, or 0. */
  at(tokens: readonly Token[], at: number): number;
}

/** Words that stand alone, by their keys. */
export interface WordList {
  has(key: string): boolean;
  readonly isEmpty: boolean;
}

/** A language without its endings, which may be thousands. */
export type Spoken = Omit<Language, 'endings'>;

/** Whether what follows the first `from` letters of a word is an ending of the language. */
export type IsEnding = (word: string, from: number) => boolean;

/** For whoever has no index, which holds them hashed. */
export function endingsOf({ endings }: Pick<Language, 'endings'>): IsEnding {
  let folded: ReadonlySet<string> | null = null;
  return (word, from) => (folded ??= new Set(endings.map(fold))).has(word.slice(from));
}

/** For whoever has no index, which holds all phrases hashed. Nothing is read of the notations before the first question: most lists are not asked on most pages. */
export function openPhrases(notations: readonly string[], isEnding: IsEnding): Phrases {
  let opened: Phrases | null = null;
  const open = (): Phrases => (opened ??= readPhrases(notations, isEnding));
  return {
    at: (tokens, place) => open().at(tokens, place),
    all: (tokens, from, to) => open().all(tokens, from, to),
  };
}

/** A first word that folding leaves as it is, so that its first letter is that of its key. */
const PLAIN_START = /^(?:[a-z]+|[\u0430-\u044F]+)(?=[\s+*]|$)/u;

type Phrase = readonly FormToken[];

function readPhrases(notations: readonly string[], isEnding: IsEnding): Phrases {
  /** Not parsed yet, by their first letter: most letters begin no word that is asked for. */
  const unread = new Map<string, string[]>();
  const whole = new Map<string, Phrase[]>();
  /** Those that begin with a stem, by their first letter. */
  const open = new Map<string, Phrase[]>();
  const file = (table: Map<string, Phrase[]>, key: string, phrase: Phrase): void => {
    const list = table.get(key);
    if (list === undefined) table.set(key, [phrase]);
    else list.push(phrase);
  };
  const parse = (notation: string): void => {
    const form = parseForm(notation);
    if (typeof form === 'string') throw new Error(`A phrase has ${form}.`);
    const [first] = form.tokens;
    if (first?.match === 'whole') file(whole, first.key, form.tokens);
    else file(open, first?.key.charAt(0) ?? '', form.tokens);
  };
  for (const notation of notations) {
    if (!PLAIN_START.test(notation)) {
      parse(notation);
      continue;
    }
    const letter = notation.charAt(0);
    const list = unread.get(letter);
    if (list === undefined) unread.set(letter, [notation]);
    else list.push(notation);
  }

  const fits = (token: Token | undefined, want: FormToken): boolean => {
    if (token === undefined) return false;
    if (want.match === 'whole') return token.key === want.key;
    if (!token.key.startsWith(want.key)) return false;
    return want.match === 'any' || isEnding(token.key, want.key.length);
  };
  const longest = (phrases: readonly Phrase[] | undefined, tokens: readonly Token[], place: number): number => {
    let best = 0;
    for (const phrase of phrases ?? []) {
      if (phrase.length > best && phrase.every((want, i) => fits(tokens[place + i], want))) best = phrase.length;
    }
    return best;
  };
  const at = (tokens: readonly Token[], place: number): number => {
    const key = tokens[place]?.key;
    if (key === undefined) return 0;
    const letter = key.charAt(0);
    const pending = unread.get(letter);
    if (pending !== undefined) {
      unread.delete(letter);
      pending.forEach(parse);
    }
    const best = Math.max(longest(whole.get(key), tokens, place), longest(open.get(letter), tokens, place));
    return best === 0 ? 0 : place + best;
  };
  return {
    at,
    all(tokens, from, to) {
      const hits: PhraseHit[] = [];
      for (let i = from; i < to; i++) {
        const end = at(tokens, i);
        if (end > 0) hits.push({ from: i, to: end });
      }
      return hits;
    },
  };
}
