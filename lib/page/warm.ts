/**
 * Warm elements: those that hold a word which may name an anchor, and those whose open shadow root is read. Around all
 * others a walk over the page may pass.
 */
import type { Cap } from '../messages/protocol';
import { freshTexts, outermost, type Noted } from './fresh';
import { allBelow, childrenOf, outerOf, parentOf, rootOf } from './past-fields';
import { warmTexts, type TextScope, type TextSearch } from './warm-texts';

/** Elements that are asked for a root between two looks at the clock. */
const MOST_PARTS = 500;
/** Elements that one native search goes through, which takes some milliseconds. */
const MOST_ELEMENTS = 20_000;
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

export interface WarmSearch extends TextSearch {
  /** Hears of every open shadow root, those in others too. */
  readonly onRoot: (root: ShadowRoot) => void;
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

interface Scope {
  readonly words: TextScope;
  /** In which there may be roots. */
  readonly nodes: Iterable<Node>;
}

function treeScopes(tree: Document | ShadowRoot): Scope[] {
  const nodes = childrenOf(tree);
  const trees = tree instanceof ShadowRoot ? [tree] : [...nodes].filter((node) => node instanceof Element);
  return trees.map((one) => ({ words: { tree: one }, nodes }));
}

function freshScope(doc: Document, changed: Noted): Scope {
  const nodes = outermost(changed, doc);
  const texts = freshTexts(doc, nodes, changed);
  return { words: { tree: null, nextText: () => texts.next().value ?? null }, nodes };
}

function* searchTrees(
  search: WarmSearch,
  changed: Noted | null,
  warmIn: (search: WarmSearch, words: TextScope) => Iterable<Text | number>,
): Generator<null, Warm, undefined> {
  const { doc, onRoot, isLate } = search;
  const elements = new Set<Node>();
  const warmUp = (from: Node | null): void => {
    for (let node = from; node !== null && !elements.has(node); node = outerOf(node)) elements.add(node);
  };
  const scopes = changed === null ? treeScopes(doc) : [freshScope(doc, changed)];
  let characters = 0;
  for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop()) {
    for (const step of warmIn(search, scope.words)) {
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
      scopes.push(...treeScopes(root));
      warmUp(root);
    }
  }
  return { elements, cap: null };
}

/** So many children, texts among them, share what is below a node: to count what each has costs as much as to search it. */
const MANY_CHILDREN = 100;

/** Open shadow roots of these and right below them, and null between them where time has gone by. */
function* rootsIn(nodes: Iterable<Node>): Generator<ShadowRoot | null, void, undefined> {
  let parts = 0;
  // However deep a page is: each large element holds the one before.
  const open = [{ nodes: nodes[Symbol.iterator](), areCounted: true }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { value: node, done } = top.nodes.next();
    if (done === true) open.pop();
    if (!(node instanceof Element)) continue;
    if (++parts % MOST_PARTS === 0) yield null;
    const own = rootOf(node);
    if (own !== null) yield own;
    if (node.firstElementChild === null) continue;
    // To count stops at the limit, so that it costs no more.
    if (top.areCounted && Element.prototype.getElementsByTagName.call(node, '*')[MOST_ELEMENTS] !== undefined) {
      yield null;
      const children = childrenOf(node);
      open.push({ nodes: children[Symbol.iterator](), areCounted: children.length < MANY_CHILDREN });
      continue;
    }
    const below = allBelow(node, MAYBE_HOST);
    for (const element of below) {
      if (++parts % MOST_PARTS === 0) yield null;
      const root = rootOf(element);
      if (root !== null) yield root;
    }
    if (below.length > 0) yield null;
  }
}
