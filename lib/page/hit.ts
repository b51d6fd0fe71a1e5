/** Hit test: which mention stands under a point of the window. Asks the browser, and changes nothing. */
import type { Marks } from './marks';
import { liveRange } from './mention';
import type { Mention } from './mention';

/** Newer than the types that the compiler knows. */
interface HighlightHit {
  readonly ranges: readonly AbstractRange[];
}
interface Registry {
  highlightsFromPoint?(x: number, y: number, options: { shadowRoots: ShadowRoot[] }): readonly HighlightHit[];
}
interface CaretSource {
  caretPositionFromPoint?(
    x: number,
    y: number,
    options?: { shadowRoots: ShadowRoot[] },
  ): { readonly offsetNode: Node; readonly offset: number } | null;
}

export interface Hit {
  mentionAt(x: number, y: number): Mention | null;
}

export function openHit(doc: Document, marks: Marks): Hit {
  let indexed: readonly Mention[] = [];
  let byNode = new Map<Node, Mention[]>();

  /** What is painted, by the text nodes that it touches; made anew only where something else is painted. */
  function index(): ReadonlyMap<Node, readonly Mention[]> {
    const painted = marks.painted();
    if (painted === indexed) return byNode;
    indexed = painted;
    byNode = new Map();
    for (const mention of painted) {
      const { start, end } = mention.finding;
      for (const { node, at, length } of mention.block.runs) {
        if (at >= end || at + length <= start) continue;
        const there = byNode.get(node);
        if (there === undefined) byNode.set(node, [mention]);
        else if (there.at(-1) !== mention) there.push(mention);
      }
    }
    return byNode;
  }

  function rootsInUse(): ShadowRoot[] {
    const roots = marks.painted().map((mention) => mention.place.startContainer.getRootNode());
    return [...new Set(roots)].filter((root) => root instanceof ShadowRoot);
  }

  function mentionAt(x: number, y: number): Mention | null {
    if (marks.painted().length === 0) return null;
    const shadowRoots = rootsInUse();
    const registry = CSS.highlights as unknown as Registry; // See Registry.
    for (const hit of registry.highlightsFromPoint?.(x, y, { shadowRoots }) ?? []) {
      for (const range of hit.ranges) {
        const mention = marks.mentionOf(range);
        if (mention !== null) return mention;
      }
    }
    // Nothing found is not nothing there: Chromium 156 misses where a pixel of the page is not one of the screen.
    return byCaret(x, y, shadowRoots);
  }

  function byCaret(x: number, y: number, shadowRoots: ShadowRoot[]): Mention | null {
    const caret = (doc as CaretSource).caretPositionFromPoint?.(x, y, { shadowRoots });
    if (caret === null || caret === undefined) return null;
    for (const mention of index().get(caret.offsetNode) ?? []) {
      const range = liveRange(doc, mention);
      if (!range.isPointInRange(caret.offsetNode, caret.offset)) continue;
      // The caret snaps to the nearest text, so the point itself must lie on the words.
      for (const rect of range.getClientRects()) {
        if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return mention;
      }
    }
    return null;
  }

  return { mentionAt };
}
