/**
 * From concepts to the gate's anchors: the shortest set of words and parts of words such that every form of an anchor
 * concept holds one. The compiler calls it at build time, so that the sentinel carries literals and no lexicon.
 */
import type { GateSources } from './gate';
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

/** A shorter word stands inside too many others to be searched for by itself. */
const LEAST_OWN = 5;

/** Words that stand for something else too ("export"), as far as the concepts know. */
function wordsOfOthers(concepts: readonly Forms[]): ReadonlySet<string> {
  const anchors = new Set(anchorConcepts(concepts));
  const others = concepts.filter((concept) => !anchors.has(concept));
  return new Set(others.flatMap(({ forms }) => Object.values(forms).flat()).flatMap(formLiterals));
}

/** Anchors of the concepts, sorted, none of which holds another. */
export function shortestAnchors(concepts: readonly Forms[]): readonly string[] {
  const forms = anchorConcepts(concepts)
    .flatMap((concept) => Object.values(concept.forms).flat())
    .map(formLiterals)
    .filter((words) => words.length > 0)
    .toSorted((a, b) => a.length - b.length);
  const everyday = wordsOfOthers(concepts);
  const chosen = new Set<string>();
  for (const words of forms) {
    // The gate searches anywhere in a word, so "kasachstan" covers "westkasachstan".
    if (words.some((word) => chosen.has(word) || holdsAny(word, chosen))) continue;
    // Every word of a form must stand in the text, so the rarest stands for all: the longest that names nothing else.
    const own = words.filter((word) => word.length >= LEAST_OWN && !everyday.has(word));
    chosen.add((own.length > 0 ? own : words).reduce((best, word) => (word.length > best.length ? word : best)));
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

/** So much of an anchor is searched for: more tells little more and weighs in every page. */
const SEARCHED_LETTERS = 8;
/** Spellings of one length that differ in as few places are searched for together, with all that lies between them. */
const DIFFERING_LETTERS = 2;

/** With more anchors than this, to search for them costs more than to read the text: everything is let through. */
const MOST_SEARCHED = 1_000;

/** A word as the letters that may stand at each of its places. */
type Spellings = readonly string[];

/**
 * The gate's search for these anchors; one that begins with `=` counts in exactly its case. As regular expressions in
 * which spellings of one name are one and common beginnings stand once: smaller, and twice as fast as an alternation.
 */
export function gateSources(anchors: readonly string[]): GateSources {
  if (anchors.length > MOST_SEARCHED) return { loose: '(?:)', exact: '' };
  const loose = anchors.filter((anchor) => !anchor.startsWith('='));
  const exact = anchors.filter((anchor) => anchor.startsWith('='));
  const searched = loose.map((anchor) => letters(anchor).slice(0, SEARCHED_LETTERS));
  return { loose: nest(together(searched)), exact: nest(exact.map((anchor) => letters(anchor.slice(1)))) };
}

const letters = (word: string): Spellings => Array.from(word.normalize('NFC'));

/** Lists of spellings that were near each other become one; what is searched for grows, and nothing falls out. */
function together(words: readonly Spellings[]): readonly Spellings[] {
  const groups: string[][] = [];
  for (const word of words) {
    const isNear = (group: readonly string[]): boolean =>
      group.length === word.length &&
      word.filter((letter, i) => group[i]?.includes(letter) !== true).length <= DIFFERING_LETTERS;
    const group = word.length < SEARCHED_LETTERS - 2 ? undefined : groups.find(isNear);
    if (group === undefined) groups.push([...word]);
    else word.forEach((letter, i) => (group[i] = group[i]?.includes(letter) === true ? group[i] : group[i] + letter));
  }
  return groups;
}

function nest(words: readonly Spellings[]): string {
  // What goes on after the end of a shorter one need not be asked.
  if (words.length === 0 || words.some((word) => word.length === 0)) return '';
  const byFirst = new Map<string, Spellings[]>();
  for (const [first = '', ...rest] of words) byFirst.set(first, [...(byFirst.get(first) ?? []), rest]);
  const branches = [...byFirst].map(([first, rest]) => searchOne(first) + nest(rest));
  return branches.length === 1 ? (branches[0] ?? '') : `(?:${branches.join('|')})`;
}

/** `е` of an anchor stands for `ё` as well, since folding makes them one. */
function searchOne(spellings: string): string {
  const all = spellings.replace('е', 'её').replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return spellings.length > 1 || all.length > 1 ? `[${all}]` : all;
}
