/**
 * Marks: paints mentions with the CSS Custom Highlight API, which leaves the page's nodes alone. Nothing is
 * registered, no sheet adopted, before there is something to paint, and all of it goes with the lifetime.
 * A page can read highlights: their names say nothing, see HandOver.
 */
import type { PageSettings } from '../messages/protocol';
import { rangeOf } from './collect';
import { makeKeeper } from './keep';
import type { Lifetime } from './lifetime';
import { openMarkSheet } from './mark-sheet';
import { highlightName, MARK_KINDS } from './mark-styles';
import type { MarkKind } from './mark-styles';
import { textsOf } from './mention';
import type { Mention } from './mention';
import { putTo } from './put-to';

export interface Marks {
  /** Replaces what was painted before. At most as many as a function takes arguments, see MOST_MARKS. */
  paint(mentions: readonly Mention[], loudness: PageSettings['loudness']): void;
  /** What is painted now; the same list until something else is. */
  painted(): readonly Mention[];
}

export interface Marked {
  readonly doc: Document;
  /** What the names of our highlights begin with, see HandOver. */
  readonly stem: string;
  readonly lifetime: Lifetime;
  /** The page keeps taking the marks away. */
  readonly onGivenUp: () => void;
}

interface Painted {
  readonly kind: MarkKind;
  readonly init: StaticRangeInit;
  readonly range: StaticRange;
}

/** What is painted under one name. */
interface Layer {
  readonly highlight: Highlight;
  readonly ranges: ReadonlySet<StaticRange>;
}

export function openMarks({ doc, stem, lifetime, onGivenUp }: Marked): Marks {
  const { signal } = lifetime;
  const sheet = openMarkSheet(doc, stem);
  let loud: readonly Mention[] = [];
  let ranges = new Map<Node, readonly Painted[]>();
  const layers = new Map<string, Layer>();
  const names = new Map(MARK_KINDS.map((kind) => [kind, highlightName(stem, kind)]));

  const unset = (name: string): void => {
    // A newer instance may have painted under the same name, before this one learned that it is over.
    if (CSS.highlights.get(name) === layers.get(name)?.highlight) CSS.highlights.delete(name);
    layers.delete(name);
  };
  // A page may clear all highlights, or set a list of sheets of its own.
  const keeper = makeKeeper({
    doc,
    lifetime,
    onGivenUp,
    stands: () =>
      sheet.stands() &&
      [...layers].every(
        ([name, layer]) => CSS.highlights.get(name) === layer.highlight && layer.highlight.size === layer.ranges.size,
      ),
    mend() {
      for (const [name, layer] of layers) {
        for (const range of layer.ranges) layer.highlight.add(range);
        CSS.highlights.set(name, layer.highlight);
      }
      sheet.mend();
    },
  });
  const wipe = (): void => {
    keeper.stop();
    for (const name of [...layers.keys()]) unset(name);
    ranges = new Map();
    loud = [];
    sheet.drop();
  };
  for (const name of names.values()) CSS.highlights.delete(name);
  signal.addEventListener('abort', wipe, { once: true });

  /** The range of the last painting where it is the same: what stays as it was must cost the browser nothing. */
  function keptRange(kind: MarkKind, init: StaticRangeInit): StaticRange {
    const { startContainer, startOffset, endContainer, endOffset } = init;
    const same = ranges
      .get(startContainer)
      ?.find(
        (one) =>
          one.kind === kind &&
          one.init.startOffset === startOffset &&
          one.init.endContainer === endContainer &&
          one.init.endOffset === endOffset,
      );
    return same?.range ?? new StaticRange(init);
  }

  function paintLayer(name: string, wanted: ReadonlySet<StaticRange>): void {
    const layer = layers.get(name);
    const highlight = layer?.highlight ?? new Highlight(...wanted);
    if (layer !== undefined) {
      for (const range of layer.ranges) if (!wanted.has(range)) highlight.delete(range);
      for (const range of wanted) if (!layer.ranges.has(range)) highlight.add(range);
    }
    layers.set(name, { highlight, ranges: wanted });
    if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
  }

  function paint(mentions: readonly Mention[], loudness: PageSettings['loudness']): void {
    if (signal.aborted) return;
    const next = mentions.filter((mention) => isLoud(mention, loudness));
    const wanted = new Map<MarkKind, Set<StaticRange>>();
    const painted = new Map<Node, Painted[]>();
    for (const { mention, init } of uncovered(next)) {
      const kind = kindOf(mention);
      const range = keptRange(kind, init);
      putTo(wanted, kind, new Set()).add(range);
      putTo(painted, init.startContainer, []).push({ kind, init, range });
      for (const { node } of textsOf(mention)) sheet.reach(kind, node);
    }
    if (wanted.size === 0) {
      wipe();
      return;
    }
    sheet.lay();
    for (const [kind, name] of names) {
      const there = wanted.get(kind);
      if (there === undefined) unset(name);
      else paintLayer(name, there);
    }
    keeper.start();
    [ranges, loud] = [painted, next];
  }

  return { paint, painted: () => loud };
}

function isLoud(mention: Mention, loudness: PageSettings['loudness']): boolean {
  switch (loudness) {
    case 'full':
      return true;
    case 'first':
      return mention.isFirst;
    case 'badge':
      return false;
  }
}

export function kindOf({ finding, card, isFirst }: Pick<Mention, 'finding' | 'card' | 'isFirst'>): MarkKind {
  // What its own editor withdrew is no alarm any more, whatever was on record.
  if (card.withdrawn !== undefined) return 'quiet';
  switch (finding.stance) {
    case 'asserts':
    case 'reports':
      return isFirst ? card.status : `${card.status}-light`;
    case 'denies':
    case 'doubts':
    case 'asks':
      return 'quiet';
  }
}

/** Two lines under the same words would read as neither: what an earlier mention covers is left out. */
export function* uncovered(mentions: readonly Mention[]): Generator<{ mention: Mention; init: StaticRangeInit }> {
  let block: Mention['block'] | null = null;
  let covered = 0;
  for (const mention of mentions) {
    if (mention.block !== block) covered = 0;
    block = mention.block;
    const start = Math.max(mention.finding.start, covered);
    covered = Math.max(covered, mention.finding.end);
    const init = start < mention.finding.end ? rangeOf(block, start, mention.finding.end) : null;
    if (init !== null) yield { mention, init };
  }
}
