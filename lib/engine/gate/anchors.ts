/**
 * From concepts to the gate's anchors: the shortest set of words and parts of words such that every form of an anchor
 * concept holds one. The compiler calls it at build time, so that the sentinel carries literals and no lexicon.
 */
import type { GateSources } from './gate';
import { alike, standingFor } from './look-alikes';
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
/** A short name with so short a word in it (`nur sultan`) is searched for as a whole: its longest word names other things. */
const SHORT_WORD = 3;
const SHORT_NAME = 10;

/** Among several words one in exact case is searched for in any. */
const inAnyCase = (word: string): string => word.replace('=', '').toLowerCase();

/** Words that stand for something else too ("export"), as far as the concepts know. */
function wordsOfOthers(concepts: readonly Forms[]): ReadonlySet<string> {
  const anchors = new Set(anchorConcepts(concepts));
  const others = concepts.filter((concept) => !anchors.has(concept));
  return new Set(others.flatMap(({ forms }) => Object.values(forms).flat()).flatMap(formLiterals));
}

/** Anchors of the concepts, sorted, none of which holds another: words, or several words with spaces between. */
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
    const phrase = words.map(inAnyCase).join(' ');
    if (words.some((word) => chosen.has(word)) || holdsAny(phrase, chosen)) continue;
    if (
      words.length > 1 &&
      phrase.length <= SHORT_NAME &&
      phrase.split(' ').some((word) => word.length <= SHORT_WORD)
    ) {
      chosen.add(phrase);
      continue;
    }
    // Every word of a form must stand in the text, so the rarest stands for all: the longest that names nothing else.
    const own = words.filter((word) => word.length >= LEAST_OWN && !everyday.has(word));
    chosen.add((own.length > 0 ? own : words).reduce((best, word) => (word.length > best.length ? word : best)));
  }
  const others = [...everyday].join(' ');
  const short = new Set([...chosen].map((anchor) => shorten(anchor, others)));
  // One that was chosen early may hold one that came later.
  return [...short].filter((anchor) => !holdsAny(anchor, short)).toSorted();
}

/** More of a word tells little more and weighs in every page. */
const LEAST_LETTERS = 6;

/** The shortest beginning of a word that none of the other words has in it; names in exact case or of several words stay. */
function shorten(anchor: string, others: string): string {
  if (anchor.startsWith('=') || anchor.includes(' ')) return anchor;
  const letters = Array.from(anchor);
  const long = letters.findIndex((_, i) => i >= LEAST_LETTERS && !others.includes(letters.slice(0, i).join('')));
  return long < 0 ? anchor : letters.slice(0, long).join('');
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
const SEARCHED_LETTERS = 7;
/** Spellings of one length that differ in as few places are searched for together, with all that lies between them. */
const DIFFERING_LETTERS = 2;
/** Most of them are no spelling of anything. */
const MOST_SPELLINGS = 48;

/** With more anchors than this, to search for them costs more than to read the text: everything is let through. */
const MOST_SEARCHED = 1_000;

/** Whether a search is made for these anchors, see `gateSources`. */
export const areSearched = (anchors: readonly string[]): boolean => anchors.length <= MOST_SEARCHED;

/** A word as the letters that may stand at each of its places, each for all that look like it. */
type Spellings = readonly string[];

/**
 * The gate's search for these anchors; one that begins with `=` counts in exactly its case, one with a space is two
 * words, one soon after the other. As patterns in which spellings of one name are one and common beginnings stand once:
 * smaller, and twice as fast as an alternation.
 */
export function gateSources(anchors: readonly string[]): GateSources {
  if (!areSearched(anchors)) return { loose: '(?:)', exact: '(?!)' };
  const loose = anchors.filter((anchor) => !anchor.startsWith('='));
  const exact = anchors.filter((anchor) => anchor.startsWith('='));
  const nothing = '(?!)';
  return {
    loose: nest(together(loose.map(searchedOf))) || nothing,
    exact: nest(exact.flatMap(exactSpellings)) || nothing,
  };
}

function searchedOf(anchor: string): Spellings {
  const words = standingFor(anchor.normalize('NFC')).split(' ');
  return words.flatMap((word, at) => [...(at > 0 ? [' '] : []), ...Array.from(word).slice(0, SEARCHED_LETTERS)]);
}

/** Some of its letters in the other script, never all: `РК` in Latin is another word. */
function exactSpellings(anchor: string): readonly Spellings[] {
  const word = Array.from(anchor.slice(1).normalize('NFC'));
  const both = word.map(inBothScripts);
  if (both.some((letters) => letters.length === 1)) return [both];
  return word.map((letter, at) => both.with(at, letter));
}

function inBothScripts(letter: string): string {
  const lower = letter.toLowerCase();
  return letter === lower ? alike(lower) : alike(lower).toUpperCase();
}

/** Lists of spellings that were near each other become one; what is searched for grows, and nothing falls out. */
function together(words: readonly Spellings[]): readonly Spellings[] {
  const groups: Spellings[] = [];
  for (const word of words) {
    const at = word.length < LEAST_LETTERS ? -1 : groups.findIndex((group) => join(group, word) !== null);
    const joined = groups[at] === undefined ? null : join(groups[at], word);
    if (joined === null) groups.push(word);
    else groups[at] = joined;
  }
  return groups;
}

/** Null where they differ in too many places, or what would be searched for is too much. */
function join(group: Spellings, word: Spellings): Spellings | null {
  if (group.length !== word.length || group.some((spellings, i) => (spellings === ' ') !== (word[i] === ' ')))
    return null;
  const joined = group.map((spellings, i) => (spellings.includes(word[i] ?? '') ? spellings : spellings + word[i]));
  const differing = joined.filter((spellings, i) => spellings !== group[i]).length;
  const all = joined.reduce((product, spellings) => product * spellings.length, 1);
  return differing <= DIFFERING_LETTERS && all <= MOST_SPELLINGS ? joined : null;
}

function nest(words: readonly Spellings[]): string {
  // What goes on after the end of a shorter one need not be asked.
  if (words.some((word) => word.length === 0)) return '';
  const byFirst = new Map<string, Spellings[]>();
  for (const [first = '', ...rest] of words) {
    const written = first.length > 1 ? `[${Array.from(first).toSorted().join('')}]` : first;
    byFirst.set(written, [...(byFirst.get(written) ?? []), rest]);
  }
  const branches = [...byFirst].map(([first, rest]) => first + nest(rest));
  return branches.length > 1 ? `(?:${branches.join('|')})` : branches.join('');
}
