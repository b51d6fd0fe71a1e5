/**
 * From concepts to the gate's anchors: the shortest set of words and parts of words such that every form of an anchor
 * concept holds one. The compiler calls it at build time, so that the sentinel carries literals and no lexicon.
 */
import { parseForm } from '../lexicon/forms';
import type { Concept } from '../pack/schema';

const HAS_LETTERS = /\p{L}/u;

type Forms = Pick<Concept, 'id' | 'is' | 'anchor' | 'forms'>;

/** Concepts that are anchors themselves, or that stand for one, through any number of steps. */
export function anchorConcepts(concepts: readonly Forms[]): readonly Forms[] {
  const open = new Set(concepts.filter((concept) => concept.anchor === true).map((concept) => concept.id));
  let size = -1;
  while (size !== open.size) {
    size = open.size;
    for (const concept of concepts) {
      if (concept.is?.some((id) => open.has(id)) === true) open.add(concept.id);
    }
  }
  return concepts.filter((concept) => open.has(concept.id));
}

/** The words of a form as a page could hold them, folded; `=US` stays in its case. Empty where it has no letters. */
export function formLiterals(notation: string): readonly string[] {
  const form = parseForm(notation);
  if (typeof form === 'string') return [];
  return form.tokens
    .filter((token) => HAS_LETTERS.test(token.key) && !token.key.startsWith("'"))
    .map((token) => (token.exact === null ? token.key : `=${token.exact}`));
}

/** Anchors of the concepts, sorted, none of which holds another. */
export function shortestAnchors(concepts: readonly Forms[]): readonly string[] {
  const forms = anchorConcepts(concepts)
    .flatMap((concept) => Object.values(concept.forms).flat())
    .map(formLiterals)
    .filter((words) => words.length > 0)
    .toSorted((a, b) => a.length - b.length);
  const chosen = new Set<string>();
  for (const words of forms) {
    // The gate searches anywhere in a word, so "kasachstan" covers "westkasachstan".
    if (words.some((word) => chosen.has(word) || holdsAny(word, chosen))) continue;
    // Every word of a form must stand in the text, so the longest, being the rarest, stands for all of them.
    chosen.add(words.reduce((best, word) => (word.length > best.length ? word : best)));
  }
  // One that was chosen early may hold one that came later.
  return [...chosen].filter((anchor) => !holdsAny(anchor, chosen)).toSorted();
}

/** Whether a shorter part of the word is one of them: as many look-ups as it has parts, however many they are. */
function holdsAny(word: string, literals: ReadonlySet<string>): boolean {
  for (let from = 0; from < word.length; from++) {
    for (let to = from + 1; to <= word.length; to++) {
      if (to - from < word.length && literals.has(word.slice(from, to))) return true;
    }
  }
  return false;
}
