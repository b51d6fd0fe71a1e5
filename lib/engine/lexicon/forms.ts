/**
 * The notation of a form, as authors write it: words with spaces between; `stem+` takes one of the language's
 * endings, `stem*` any continuation, `=US` must be written so; a last word `@tag` says its grammar
 * (`of to from by in adj` for parties; `p` passive, `n` noun and `not` negated by its ending for actions).
 */
import { foldWord } from '../text/fold';
import { tokenize } from '../text/tokens';

export const TAGS = ['of', 'to', 'from', 'by', 'in', 'adj', 'p', 'n', 'not'] as const;
export type Tag = (typeof TAGS)[number];

const PLAIN_WORD = /^[a-zA-Zа-яёА-ЯЁ]+$/u;

export interface FormToken {
  readonly key: string;
  readonly match: 'whole' | 'inflected' | 'any';
  /** The exact spelling asked for, or null. */
  readonly exact: string | null;
}

export interface Form {
  readonly tokens: readonly FormToken[];
  readonly tag: Tag | null;
}

/** Returns what is wrong with it, in words, where a form cannot be read. */
export function parseForm(notation: string): Form | string {
  const words = notation.trim().split(/\s+/);
  let tag: Tag | null = null;
  const last = words.at(-1);
  if (last?.startsWith('@')) {
    tag = TAGS.find((t) => t === last.slice(1)) ?? null;
    if (tag === null) return `an unknown tag ${last}; known are ${TAGS.map((t) => `@${t}`).join(' ')}`;
    words.pop();
  }
  const tokens: FormToken[] = [];
  for (const word of words) {
    const isExact = word.startsWith('=');
    const bare = isExact ? word.slice(1) : word;
    const match = bare.endsWith('+') ? 'inflected' : bare.endsWith('*') ? 'any' : 'whole';
    const literal = match === 'whole' ? bare : bare.slice(0, -1);
    if (isExact && match !== 'whole') return `a word with both "=" and an open end in "${notation}"`;
    if (PLAIN_WORD.test(literal)) {
      // Nearly every form: nothing to split, so the tokenizer's answer is known.
      tokens.push({ key: foldWord(literal), match, exact: isExact ? literal : null });
      continue;
    }
    const pieces = tokenize(literal);
    if (pieces.length === 0) return `a form token without letters or digits in "${notation}"`;
    pieces.forEach((piece, i) => {
      const isLast = i === pieces.length - 1;
      tokens.push({
        key: piece.key,
        match: isLast ? match : 'whole',
        exact: isExact ? literal.slice(piece.start, piece.end) : null,
      });
    });
  }
  return tokens.length > 0 ? { tokens, tag } : 'a form without a word';
}
