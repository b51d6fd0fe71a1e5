/**
 * Warm elements: those that hold a word which may name an anchor, and those whose open shadow root is read. Around all
 * others a walk over the page may pass. Goes from text to text, which costs least of all ways over a page.
 */
import type { Gate } from '../engine/gate/gate';
import { isSpace } from '../engine/text/tokens';
import type { Reader } from '../engine/types';
import type { Cap } from '../messages/protocol';
import { freshTexts, outermost, REACH, type Noted } from './fresh';
import { partsOf } from './page-text';
import { allBelow, childrenOf, closestOf, outerOf, parentOf, rootOf, textsOf } from './past-fields';

/** Texts, and elements that are asked for a root, between two looks at the clock. */
const MOST_TEXTS = 500;
const MOST_PARTS = 500;
/** The same where each is searched by itself. */
const MOST_SEARCHES = 100;
/** A word in pieces, of which each is a text of its own, goes on for so many at most; beyond that it counts as ours. */
const MOST_PIECES = 8;
/** Characters between two looks, where texts are long. */
const MOST_AT_ONCE = 50_000;
/** Of nothing longer is it asked whether a person reads it. */
const LONG = 400;
const UNREAD = 'script, style, noscript, template';
/** What can have no shadow root, of what pages are made of most. */
const NO_HOST =
  'a,abbr,b,br,button,cite,code,dd,dfn,dl,dt,em,figure,form,g,i,iframe,img,input,label,li,link,meta,noscript,ol,option,' +
  'path,picture,pre,rect,script,select,small,source,strong,style,sub,sup,svg,table,tbody,td,th,thead,time,tr,u,ul,use,var';
const MAYBE_HOST = `:not(${NO_HOST})`;

export interface Warm {
  readonly elements: ReadonlySet<Node>;
  /** The limit that ended the search before its end, or null. */
  readonly cap: Cap | null;
}

export interface WarmSearch {
  readonly doc: Document;
  readonly reader: Pick<Reader, 'gate' | 'mayName'>;
  /** Hears of every open shadow root, those in others too. */
  readonly onRoot: (root: ShadowRoot) => void;
  readonly mostCharacters: number;
  /** Whether to leave it at what was found so far. */
  readonly isLate: () => boolean;
}

/** All warm elements of the document, or of what changed alone, in steps, each of which takes little time. */
export const findWarm = (search: WarmSearch, changed: Noted | null = null): Generator<null, Warm, undefined> =>
  searchTrees(search, changed, warmTexts);

/** Open shadow roots alone, for whoever enters every element. */
export const findRoots = (search: WarmSearch, changed: Noted | null = null): Generator<null, Warm, undefined> =>
  searchTrees(search, changed, () => []);

/** Open shadow roots of the document that are not among those known, in steps. */
export function* findNewRoots(
  doc: Document,
  known: Pick<WeakSet<ShadowRoot>, 'has'>,
): Generator<null, readonly ShadowRoot[], undefined> {
  const fresh: ShadowRoot[] = [];
  const trees: (Document | ShadowRoot)[] = [doc];
  for (let tree = trees.pop(); tree !== undefined; tree = trees.pop()) {
    for (const root of rootsIn(childrenOf(tree))) {
      if (root === null) yield null;
      else (known.has(root) ? trees : fresh).push(root);
    }
  }
  return fresh;
}

/** Where to search: the texts in their order, null after the last, and the nodes in which there may be roots. */
interface Scope {
  readonly nextText: () => Text | null;
  readonly nodes: Iterable<Node>;
}

function treeScope(doc: Document, tree: Document | ShadowRoot): Scope {
  const walker = textsOf(doc, tree);
  return { nextText: () => walker.nextNode() as Text | null, nodes: childrenOf(tree) }; // What is shown are texts.
}

function freshScope(doc: Document, changed: Noted): Scope {
  const nodes = outermost(changed, doc);
  const texts = freshTexts(doc, nodes, changed);
  return { nextText: () => texts.next().value ?? null, nodes };
}

function* searchTrees(
  search: WarmSearch,
  changed: Noted | null,
  warmIn: (search: WarmSearch, nextText: Scope['nextText']) => Iterable<Text | number>,
): Generator<null, Warm, undefined> {
  const { doc, onRoot, isLate } = search;
  const elements = new Set<Node>();
  const warmUp = (from: Node | null): void => {
    for (let node = from; node !== null && !elements.has(node); node = outerOf(node)) elements.add(node);
  };
  const scopes = [changed === null ? treeScope(doc, doc) : freshScope(doc, changed)];
  let characters = 0;
  for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop()) {
    for (const step of warmIn(search, scope.nextText)) {
      if (typeof step === 'number') {
        characters += step;
        if (characters > search.mostCharacters) return { elements, cap: 'text' };
        if (isLate()) return { elements, cap: 'time' };
        yield null;
      } else warmUp(parentOf(step));
    }
    for (const root of rootsIn(scope.nodes)) {
      if (root === null) {
        if (isLate()) return { elements, cap: 'time' };
        yield null;
        continue;
      }
      onRoot(root);
      scopes.push(treeScope(doc, root));
      warmUp(root);
    }
  }
  return { elements, cap: null };
}

/** Open shadow roots of these and right below them, and null between them where time has gone by. */
function* rootsIn(nodes: Iterable<Node>): Generator<ShadowRoot | null, void, undefined> {
  let parts = 0;
  for (const { node, isWhole } of partsOf(nodes)) {
    if (++parts % MOST_PARTS === 0) yield null;
    if (!(node instanceof Element)) continue;
    const below = isWhole && node.firstElementChild !== null ? allBelow(node, MAYBE_HOST) : [];
    const own = rootOf(node);
    if (own !== null) yield own;
    for (const element of below) {
      if (++parts % MOST_PARTS === 0) yield null;
      const root = rootOf(element);
      if (root !== null) yield root;
    }
    if (below.length > 0) yield null;
  }
}

interface Batch {
  readonly texts: readonly Text[];
  readonly data: readonly string[];
  readonly characters: number;
}

/** The texts that are read, in order, so many at a time. */
function* batches(mostCharacters: number, nextText: Scope['nextText']): Generator<Batch, void, undefined> {
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

/** Texts that may name an anchor, and after each batch how many characters went by. */
function* warmTexts(
  { reader, mostCharacters }: WarmSearch,
  nextText: Scope['nextText'],
): Generator<Text | number, void, undefined> {
  const warmOf = reader.gate === null ? openWordSearch(reader) : openSearch(reader.gate);
  for (const batch of batches(mostCharacters, nextText)) {
    yield* warmOf(batch);
    yield batch.characters;
  }
}

type WarmOf = (batch: Batch) => Iterable<Text | 0>;

/** A native search over all of a batch, and where that finds something, over each of its texts and what stands beside it. */
function openSearch(gate: Gate): WarmOf {
  let before = '';
  return function* warmOf({ texts, data }) {
    const all = before + data.join('');
    let at = before.length;
    before = all.slice(-REACH);
    const isFound = function* (from: number, to: number): Generator<0, boolean, undefined> {
      for (let start = from; start < to; start += MOST_AT_ONCE) {
        if (start > from) yield 0;
        if (gate.test(all.slice(Math.max(0, start - REACH), Math.min(start + MOST_AT_ONCE, to) + REACH))) return true;
      }
      return false;
    };
    if (!(yield* isFound(0, all.length))) return;
    for (const [i, text] of texts.entries()) {
      if (i % MOST_SEARCHES === MOST_SEARCHES - 1) yield 0;
      const from = at;
      at += data[i]?.length ?? 0;
      if (yield* isFound(from, at)) yield text;
    }
  };
}

/** Word by word. They go on from text to text where no space parts them, or end there: each way is asked for. */
function openWordSearch({ mayName }: Pick<Reader, 'mayName'>): WarmOf {
  /** What the texts before may have left open. */
  let open: readonly string[] = [];
  return function* warmOf({ texts, data }) {
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
