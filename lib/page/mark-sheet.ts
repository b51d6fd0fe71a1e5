/**
 * The marks' style sheet: one, adopted by the document and by every open shadow root that has marks in it, with a rule
 * for each kind of mark under each element name that such marks stand in, and no more. A rule for all elements, or for
 * the root alone, has the browser work out the style of the whole document anew: on a page of 14,000 text nodes 65 ms
 * (40 for the root alone) in Chromium 156 and 90 ms (50) in Firefox 153, where one for `p` takes 9 ms; the adoption of
 * an empty sheet takes 3 ms of that in Chromium. Adopted early or filled later, the same work only comes at another
 * time. Element names, since they do not change; the parents of the words themselves, since Firefox does not hand
 * highlight styles down. https://drafts.csswg.org/css-pseudo-4/#highlight-cascade
 */
import { markRule } from './mark-styles';
import type { MarkKind } from './mark-styles';
import { putTo } from './put-to';
import { withoutStale } from './remains';

export interface MarkSheet {
  /** Marks of this kind will be seen on this text, once `lay` was called. */
  reach(kind: MarkKind, text: Node): void;
  lay(): void;
  stands(): boolean;
  /** Adopts anew what the page threw out. */
  mend(): void;
  drop(): void;
}

export function openMarkSheet(doc: Document, stem: string): MarkSheet {
  let sheet = new CSSStyleSheet();
  let laid = new Set<string>();
  /** Parents of texts, by the kinds that reach them: most are asked for again and again. */
  let reached = new WeakMap<Node, Set<MarkKind>>();
  let wanted: string[] = [];
  let roots = new Set<Document | ShadowRoot>();
  let joining = new Set<Document | ShadowRoot>();

  function reach(kind: MarkKind, text: Node): void {
    const parent = text.parentNode;
    if (parent === null || reached.get(parent)?.has(kind) === true) return;
    putTo(reached, parent, new Set()).add(kind);
    // Words that stand in a shadow root itself have their host's style; of all parents, those roots alone have no name.
    const { localName, host } = parent as Partial<Element> & Partial<Pick<ShadowRoot, 'host'>>;
    const name: unknown = localName ?? host?.localName;
    const selector = CSS.escape(typeof name === 'string' ? name : 'form'); // See past-fields.
    if (!laid.has(`${kind} ${selector}`)) {
      laid.add(`${kind} ${selector}`);
      wanted.push(markRule(stem, kind, selector));
    }
    const root = (localName === undefined && host !== undefined ? host : text).getRootNode();
    if (root === doc || root instanceof ShadowRoot) joining.add(root as Document | ShadowRoot); // Both were just asked for.
  }

  /** Rules first: each one put into a sheet that is adopted already has the browser look at all of it again. */
  function lay(): void {
    for (const rule of wanted) sheet.insertRule(rule);
    wanted = [];
    for (const root of joining) {
      if (roots.has(root)) continue;
      roots.add(root);
      root.adoptedStyleSheets = [...withoutStale(root, stem), sheet];
    }
    joining = new Set();
  }

  const hasSheet = (root: Document | ShadowRoot): boolean => root.adoptedStyleSheets.includes(sheet);

  return {
    reach,
    lay,
    stands: () => [...roots].every(hasSheet),
    mend() {
      // The page may have set a list of its own since.
      for (const root of roots) if (!hasSheet(root)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    },
    drop() {
      for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
      [sheet, laid, reached, roots] = [new CSSStyleSheet(), new Set(), new WeakMap(), new Set()];
    },
  };
}
