/** HTML to blocks, by the page's own block rules over a parse5 tree, so that both read the same. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Block } from '../engine/types';
import type { Tree } from '../page/blocks';
import { walkBlocks } from '../page/walk';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const NONE: readonly Node[] = [];

const parsed: Tree<Node> = {
  kind: (node) =>
    node.nodeName === '#text' ? 'text' : 'tagName' in node || 'childNodes' in node ? 'element' : 'other',
  name: (node) => node.nodeName,
  data: (node) => ('value' in node ? node.value : ''),
  children: (node) => ('childNodes' in node ? node.childNodes : NONE),
  attribute: (node, name) => ('attrs' in node ? (node.attrs.find((a) => a.name === name)?.value ?? null) : null),
};

export interface HtmlPage {
  /** The first `h1`, else `<title>`; context only, never marked. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
}

export function htmlPage(source: string, lang: string | null): HtmlPage {
  const document = parse(source);
  const body = find(document, 'body');
  const walked = body ? [...walkBlocks(parsed, body)] : [];
  const heading = walked.find((block) => block.isTopHeading)?.text ?? null;
  const title = find(document, 'title');
  const own = title ? textOf(title).replace(/\s+/gu, ' ').trim() : '';
  return {
    title: heading ?? (own === '' ? null : own),
    blocks: walked.map((block) => {
      const hint = block.lang ?? lang;
      return { text: block.text, kind: block.kind, ...(hint === null ? {} : { lang: hint }) };
    }),
  };
}

/** The first in document order. Without recursion: a page may nest deeper than a program may call itself. */
function find(root: Node, name: string): Element | null {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.nodeName === name) return node as Element; // A node by an element's name is one.
    const children = parsed.children(node);
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at];
      if (child !== undefined) open.push(child);
    }
  }
  return null;
}

function textOf(node: Node): string {
  return (parsed.children(node) as readonly Node[]).map((child) => parsed.data(child)).join('');
}
