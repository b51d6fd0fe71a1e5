/**
 * Marks: paints mentions with the CSS Custom Highlight API, which leaves the page's nodes alone. Nothing is
 * registered, no sheet adopted, before there is something to paint, and all of it goes with the lifetime.
 * A page can read highlights: their names say nothing, see HandOver.
 */
import type { PageSettings } from '../messages/protocol';
import { rangeOf } from './collect';
import { makeKeeper } from './keep';
import type { Lifetime } from './lifetime';
import { highlightName, MARK_KINDS, markSheet } from './mark-styles';
import type { MarkKind } from './mark-styles';
import type { Mention } from './mention';
import { withoutStale } from './remains';

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

export function openMarks({ doc, stem, lifetime, onGivenUp }: Marked): Marks {
  const { signal } = lifetime;
  let sheet: CSSStyleSheet | null = null;
  let loud: readonly Mention[] = [];
  let roots = new Set<Document | ShadowRoot>();
  const names = MARK_KINDS.map((kind) => highlightName(stem, kind));

  const own = new Map<string, Highlight>();
  const unset = (name: string): void => {
    // A newer instance may have painted under the same name, before this one learned that it is over.
    if (CSS.highlights.get(name) === own.get(name)) CSS.highlights.delete(name);
    own.delete(name);
  };
  const set = (name: string, highlight: Highlight): void => {
    own.set(name, highlight);
    CSS.highlights.set(name, highlight);
  };
  // A page may clear all highlights, or set a list of sheets of its own.
  const keeper = makeKeeper({
    doc,
    lifetime,
    onGivenUp,
    stands: () =>
      [...own].every(([name, highlight]) => CSS.highlights.get(name) === highlight) &&
      [...roots].every((root) => sheet === null || root.adoptedStyleSheets.includes(sheet)),
    mend() {
      for (const [name, highlight] of own) set(name, highlight);
      for (const root of roots) adopt(root);
    },
  });
  const wipe = (): void => {
    keeper.stop();
    for (const name of [...own.keys()]) unset(name);
    loud = [];
  };
  const drop = (): void => {
    if (sheet === null) return;
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    roots = new Set();
    sheet = null;
  };
  for (const name of names) CSS.highlights.delete(name);
  signal.addEventListener(
    'abort',
    () => {
      wipe();
      drop();
    },
    { once: true },
  );

  function adopt(root: Document | ShadowRoot): void {
    if (sheet === null) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(markSheet(stem));
    }
    // The page may have set its own list since.
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...withoutStale(root, stem), sheet];
    roots.add(root);
  }

  function paint(mentions: readonly Mention[], loudness: PageSettings['loudness']): void {
    if (signal.aborted) return;
    const nextLoud = mentions.filter((mention) => isLoud(mention, loudness));
    const ranges = new Map<MarkKind, StaticRange[]>();
    const found = new Set<Node>();
    for (const { mention, init } of uncovered(nextLoud)) {
      const kind = kindOf(mention);
      const list = ranges.get(kind);
      const range = new StaticRange(init);
      if (list === undefined) ranges.set(kind, [range]);
      else list.push(range);
      found.add(mention.place.startContainer.getRootNode());
    }
    if (ranges.size === 0) {
      wipe();
      drop();
      return;
    }
    adopt(doc);
    for (const root of found) if (root instanceof ShadowRoot) adopt(root);
    MARK_KINDS.forEach((kind, i) => {
      const name = names[i];
      const list = ranges.get(kind);
      if (name === undefined) return;
      if (list === undefined) {
        unset(name);
        return;
      }
      set(name, new Highlight(...list));
    });
    keeper.start();
    loud = nextLoud;
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
