/**
 * Phrases to what the engine finds by: each a concept, all of them one frame, so that a sentence must hold every one.
 * For claims that come as words and not as an author's frames: a reader's own, and reviews from a feed.
 */
import { parseForm } from '../engine/lexicon/forms';
import type { Concept, Frame, RoleName } from '../engine/pack/schema';
import { fold } from '../engine/text/fold';

/** Roles in which order and direction mean nothing, one a phrase. */
const ROLES = ['object', 'topic', 'other', 'place', 'purpose', 'cue'] as const satisfies readonly RoleName[];
/** Such a claim may be told at any length of sentence that the engine reads. */
const WITHIN = 60;

/** `jets / fighters*` is two ways to say one thing; what the notation of forms would take amiss is dropped. */
export function readPhrase(phrase: string): readonly string[] {
  return phrase
    .split('/')
    .map((one) => one.replace(/[=@+]/gu, ' ').replace(/\s+/gu, ' ').trim())
    .filter((one) => /[\p{L}\p{Nd}]/u.test(one) && typeof parseForm(one) !== 'string');
}

const lettersIn = (forms: readonly string[]): number => Math.max(...forms.map((form) => form.length));

/** Null where no phrase holds a word. At most six phrases count. `id` begins the concepts' ids. */
export function makePhraseFrame(
  id: string,
  phrases: readonly string[],
): { readonly frame: Frame; readonly concepts: readonly Concept[] } | null {
  const read = phrases
    .map(readPhrase)
    .filter((forms) => forms.length > 0)
    .slice(0, ROLES.length);
  if (read.length === 0) return null;
  const longest = Math.max(...read.map(lettersIn));
  const anchor = read.findIndex((forms) => lettersIn(forms) === longest);
  const concepts = read.map((forms, at) => ({
    id: `${id}-${at}`,
    kind: 'object' as const,
    forms: { any: [...forms] },
    // The longest phrase is the rarest: it alone calls Dalel to a page.
    ...(at === anchor ? { anchor: true } : {}),
  }));
  const roles = Object.fromEntries(concepts.map((concept, at) => [ROLES[at] ?? 'object', [concept.id]]));
  return { frame: { id: 'phrases', roles, within: WITHIN }, concepts };
}

const WORD = /[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}'’-]*/gu;
const MOST_SUGGESTED = 4;
/** Long words of languages with cases are suggested with an open end. */
const OPEN_FROM = 7;
const CYRILLIC = /\p{Script=Cyrillic}/u;

function suggestOf(word: string): string {
  if (/\d/u.test(word)) return word;
  return CYRILLIC.test(word) && word.length >= OPEN_FROM ? `${word.slice(0, -2)}*` : word;
}

/** Phrases to begin with: names and numbers of the words first, then the longest; in the order in which they stand. */
export function suggestPhrases(text: string): readonly string[] {
  const words = [...text.matchAll(WORD)].map((match) => ({ word: match[0], at: match.index }));
  const weigh = ({ word, at }: { readonly word: string; readonly at: number }): number => {
    const isName = at > 0 && /^\p{Lu}/u.test(word);
    return (isName ? 100 : 0) + (/\d/u.test(word) ? 80 : 0) + word.length;
  };
  const seen = new Set<string>();
  const unlike = words.filter(({ word }) => {
    const key = fold(word);
    if (seen.has(key) || (word.length < 4 && !/\d/u.test(word))) return false;
    seen.add(key);
    return true;
  });
  return unlike
    .toSorted((a, b) => weigh(b) - weigh(a))
    .slice(0, MOST_SUGGESTED)
    .toSorted((a, b) => a.at - b.at)
    .map(({ word }) => suggestOf(word));
}
