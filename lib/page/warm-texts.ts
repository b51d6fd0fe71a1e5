/**
 * Warm texts: those that hold a word which may name an anchor, or the rest of one. Where anchors are searched for, a tree
 * is read in stretches, and only of those in which something is found each text is looked at. Where the words of
 * anchors are known instead, and in what changed, texts go one by one.
 */
import type { Gate } from '../engine/gate/gate';
import { isSpace } from '../engine/text/tokens';
import type { Reader } from '../engine/types';
import { REACH } from './fresh';
import { childrenOf, closestOf, textOf, textsOf } from './past-fields';
import { foundIn, stretchesOf } from './stretches';

/** Texts between two looks at the clock. */
const MOST_TEXTS = 500;
/** The same where each is searched by itself. */
const MOST_SEARCHES = 100;
/** Elements of a stretch: where something is found in it, each of its texts is looked at. */
const MOST_ELEMENTS = 500;
/** A word in pieces, of which each is a text of its own, goes on for so many at most; beyond that it counts as ours. */
const MOST_PIECES = 8;
/** Characters between two looks, where texts are long. */
const MOST_AT_ONCE = 50_000;
/** Of nothing longer is it asked whether a person reads it. */
const LONG = 400;
const UNREAD = 'script, style, noscript, template';

/** The texts of a place in their order, and null after the last. */
export type NextText = () => Text | null;

/** Where to search: all of a tree, or these texts alone. */
export type TextScope = { readonly tree: Element | ShadowRoot } | { readonly tree: null; readonly nextText: NextText };

export interface TextSearch {
  readonly doc: Document;
  readonly reader: Pick<Reader, 'gate' | 'mayName'>;
  /** Of a text that is longer only so much is read. */
  readonly mostCharacters: number;
}

/** Warm texts in their order, and now and then how many characters went by, so that whoever asks may pause. */
export function* warmTexts(
  { doc, reader, mostCharacters }: TextSearch,
  scope: TextScope,
): Generator<Text | number, void, undefined> {
  const { gate } = reader;
  const search = gate === null ? openWordSearch(reader) : openSearch(gate);
  if (scope.tree === null) {
    for (const batch of batches(mostCharacters, scope.nextText)) {
      yield* search(batch);
      yield batch.characters;
    }
    return;
  }
  let before = '';
  for (const stretch of stretchesOf(scope.tree, MOST_ELEMENTS)) {
    const read = stretch.toString();
    const words = withoutUnread(read, stretch).slice(0, mostCharacters + 1);
    const all = before + words;
    if (gate === null || (yield* isFoundIn(gate, all, 0, all.length))) {
      const inIt = gate === null ? search : openSearch(gate, before);
      for (const batch of batches(mostCharacters, textsFrom(doc, scope.tree, stretch, read.length))) {
        yield* inIt(batch);
        yield 0;
      }
    }
    before = all.slice(-REACH);
    yield words.length;
  }
}

/** Without the long scripts and styles among it: a search through them costs as much as one through words. */
function withoutUnread(read: string, stretch: Range): string {
  if (read.length <= MOST_AT_ONCE) return read;
  let words = read;
  for (const unread of foundIn(stretch, UNREAD)) {
    const aside = textOf(unread);
    // Where the same stands before it, that goes instead of it, which is the same.
    if (aside.length > LONG) words = words.replace(aside, () => ' ');
  }
  return words;
}

/** Those of a stretch that has as many characters; where the page takes away the one that was given last, all of them again. */
function textsFrom(doc: Document, tree: Node, stretch: Range, characters: number): NextText {
  const walker = textsOf(doc, tree);
  let left = 0;
  /** The first, or null where nothing is left of the stretch. */
  const begin = (): Text | null => {
    left = characters;
    const first = childrenOf(stretch.startContainer)[stretch.startOffset];
    if (first === undefined) return null;
    walker.currentNode = first;
    return first instanceof Text ? first : next();
  };
  const next = (): Text | null => walker.nextNode() as Text | null; // What is shown are texts.
  let isBegun = false;
  return () => {
    const text = isBegun && walker.currentNode.isConnected ? next() : begin();
    isBegun = true;
    if (text === null || (left <= 0 && stretch.comparePoint(text, 0) > 0)) return null;
    left -= text.length;
    return text;
  };
}

interface Batch {
  readonly texts: readonly Text[];
  readonly data: readonly string[];
  readonly characters: number;
}

/** Gives the warm ones of a batch, and 0 where it may pause; batches follow each other. */
type Search = (batch: Batch) => Iterable<Text | 0>;

/** A native search over all of a batch, and where that finds something, over each of its texts and what stands beside it. */
function openSearch(gate: Gate, head = ''): Search {
  let before = head;
  return function* search({ texts, data }) {
    const words = before + data.join('');
    let at = before.length;
    before = words.slice(-REACH);
    if (!(yield* isFoundIn(gate, words, 0, words.length))) return;
    for (const [i, text] of texts.entries()) {
      if (i % MOST_SEARCHES === MOST_SEARCHES - 1) yield 0;
      const from = at;
      at += data[i]?.length ?? 0;
      if (yield* isFoundIn(gate, words, from, at)) yield text;
    }
  };
}

/** Native searches from one place to the other and what stands beside them. */
function* isFoundIn(gate: Gate, words: string, from: number, to: number): Generator<0, boolean, undefined> {
  for (let start = from; start < to; start += MOST_AT_ONCE) {
    if (start > from) yield 0;
    if (gate.test(words.slice(Math.max(0, start - REACH), Math.min(start + MOST_AT_ONCE, to) + REACH))) return true;
  }
  return false;
}

/** The texts that are read, in order, so many at a time. */
function* batches(mostCharacters: number, nextText: NextText): Generator<Batch, void, undefined> {
  let texts: Text[] = [];
  let data: string[] = [];
  let characters = 0;
  for (let text = nextText(); text !== null; text = nextText()) {
    const { length } = text;
    if (length > LONG && isUnread(text)) continue;
    // What stands before a long one is not to wait for it.
    if (length > MOST_AT_ONCE && texts.length > 0) {
      yield { texts, data, characters };
      [texts, data, characters] = [[], [], 0];
    }
    const words = length > mostCharacters ? text.substringData(0, mostCharacters + 1) : text.data;
    texts.push(text);
    data.push(words);
    characters += words.length;
    if (texts.length < MOST_TEXTS && characters < MOST_AT_ONCE) continue;
    yield { texts, data, characters };
    [texts, data, characters] = [[], [], 0];
  }
  yield { texts, data, characters };
}

/** Word by word. They go on from text to text where no space parts them, or end there: each way is asked for. */
function openWordSearch({ mayName }: Pick<Reader, 'mayName'>): Search {
  /** What the texts before may have left open. */
  let open: readonly string[] = [];
  return function* isNamed({ texts, data }) {
    for (const [i, words] of data.entries()) {
      if (words.trim() === '') {
        if (words !== '') open = [];
        continue;
      }
      let isWarm = open.length > MOST_PIECES;
      if (open.length > 0 && !isWarm) {
        const head = headOf(words);
        isWarm = head !== '' && open.some((start) => mayName(start + head));
      }
      for (let from = 0; !isWarm && from < words.length; from += MOST_AT_ONCE) {
        if (from > 0) yield 0;
        isWarm = mayName(words.slice(Math.max(0, from - REACH), from + MOST_AT_ONCE));
      }
      const text = texts[i];
      if (isWarm && text !== undefined) yield text;
      const tail = tailOf(words);
      if (tail.length === words.length) open = [...open.map((start) => (start + words).slice(-REACH)), tail];
      else open = tail === '' ? [] : [tail];
    }
  };
}

function isUnread({ parentElement }: Node): boolean {
  return parentElement !== null && closestOf(parentElement, UNREAD) !== null;
}

/** The word at its end, as far as it counts; the whole text only where it is one word. */
function tailOf(data: string): string {
  const least = Math.max(0, data.length - REACH);
  let at = data.length;
  while (at > least && !isSpace(data.charCodeAt(at - 1))) at--;
  return data.slice(at);
}

function headOf(data: string): string {
  const most = Math.min(data.length, REACH);
  let at = 0;
  while (at < most && !isSpace(data.charCodeAt(at))) at++;
  return data.slice(0, at);
}
