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
  all(tokens: readonly Token[], from: number, to: number): PhraseHit[];
  /** The end of a phrase that starts at `at`, or 0. */
  at(tokens: readonly Token[], at: number): number;
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

/** Nothing is read of the notations before the first question: most lists are not asked on most pages. */
export function openPhrases(notations: readonly string[], isEnding: IsEnding): Phrases {
  let opened: Phrases | null = null;
  const open = (): Phrases => (opened ??= readPhrases(notations, isEnding));
  return {
    at: (tokens, place) => open().at(tokens, place),
    all: (tokens, from, to) => open().all(tokens, from, to),
  };
}

function readPhrases(notations: readonly string[], isEnding: IsEnding): Phrases {
  const phrases = notations.map((notation) => {
    const form = parseForm(notation);
    if (typeof form === 'string') throw new Error(`A phrase has ${form}.`);
    return form.tokens;
  });
  phrases.sort((a, b) => b.length - a.length);
  const whole = new Map<string, (readonly FormToken[])[]>();
  const open: (readonly FormToken[])[] = [];
  for (const phrase of phrases) {
    const first = phrase[0];
    if (first?.match === 'whole') whole.set(first.key, [...(whole.get(first.key) ?? []), phrase]);
    else open.push(phrase);
  }
  const fits = (token: Token | undefined, want: FormToken): boolean => {
    if (token === undefined) return false;
    if (want.match === 'whole') return token.key === want.key;
    if (!token.key.startsWith(want.key)) return false;
    return want.match === 'any' || isEnding(token.key, want.key.length);
  };
  const at = (tokens: readonly Token[], place: number): number => {
    const token = tokens[place];
    if (token === undefined) return 0;
    let best = 0;
    for (const phrase of [...(whole.get(token.key) ?? []), ...open]) {
      if (phrase.length > best && phrase.every((want, i) => fits(tokens[place + i], want))) best = phrase.length;
    }
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
