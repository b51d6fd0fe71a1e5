/**
 * What marks cost a page, ours beside nodes wrapped around the same words: script, style and layout, mutation records,
 * later edits of the page, and finding the mark under a pointer.
 */
import type { Finding, RawOffset } from '../../../lib/engine/types';
import { collectBlocks, rangeOf, type PageBlock } from '../../../lib/page/collect';
import { openHit } from '../../../lib/page/hit';
import { openMarks, type Marks } from '../../../lib/page/marks';
import { startLifetime } from '../../../lib/page/lifetime';
import { liveRange, type Mention } from '../../../lib/page/mention';
import { cardFor } from './card';
import { idle } from './measure';

const WORDS = 5;
const STEM = 'd0123456789abcdef';

/** The first words of blocks with words enough, one of one text node each, evenly over the page or over its paragraphs. */
function madeMentions(count: number, where: Where = 'anywhere'): readonly Mention[] {
  const fit: { block: PageBlock; start: number; end: number }[] = [];
  for (const block of collectBlocks(document)) {
    for (const { at, length, node } of block.runs) {
      const words = /^\s*(\S+(?:\s+\S+){4})/.exec(block.text.slice(at, at + length));
      if (words?.[1] === undefined || words[1].split(/\s+/).length < WORDS) continue;
      if (node.parentElement?.checkVisibility() !== true) continue;
      if (where === 'paragraphs' && node.parentElement.localName !== 'p') continue;
      const start = at + words[0].length - words[1].length;
      fit.push({ block, start, end: start + words[1].length });
    }
  }
  const step = Math.max(1, fit.length / count);
  const chosen = Array.from({ length: Math.min(count, fit.length) }, (_, i) => fit[Math.floor(i * step)]);
  return chosen.flatMap((one, i) => {
    const place = one === undefined ? null : rangeOf(one.block, one.start, one.end);
    if (one === undefined || place === null) return [];
    const { block, start, end } = one;
    const finding: Finding = {
      claim: `claim-${i}`,
      start: start as RawOffset,
      end: end as RawOffset,
      quote: block.text.slice(start, end),
      stance: 'asserts',
      confidence: 0.9,
      evidence: [],
      figures: [],
    };
    return [{ block, finding, card: cardFor(finding.claim), place, isFirst: true }];
  });
}

export type Where = 'anywhere' | 'paragraphs';

const layOut = (): number => document.documentElement.getBoundingClientRect().height;

export interface Marked {
  readonly marks: number;
  readonly scriptMs: number;
  readonly layoutMs: number;
  readonly records: number;
}

type How = 'ours' | 'again' | 'wrap' | 'none' | 'live';

let lifetime = startLifetime({}, 'bench', () => true);
let marks: Marks | null = null;
/** What keeps live ranges from being collected. */
let kept: readonly Range[] = [];

function mark(how: How, mentions: readonly Mention[]): void {
  switch (how) {
    case 'none':
      return;
    case 'ours':
      lifetime = startLifetime({}, 'bench', () => true);
      marks = openMarks({ doc: document, stem: STEM, lifetime, onGivenUp: () => undefined });
      marks.paint(mentions, 'full');
      return;
    case 'again':
      marks?.paint(mentions, 'full');
      return;
    case 'live':
      kept = mentions.map((mention) => liveRange(document, mention));
      return;
    case 'wrap':
      for (const mention of mentions) {
        const range = liveRange(document, mention);
        const wrapper = document.createElement('mark');
        range.surroundContents(wrapper);
      }
  }
}

/** Marks `count` places of this fresh document. */
export async function paint(how: How, count: number, where: Where): Promise<Marked> {
  const mentions = madeMentions(count, where);
  await idle();
  layOut();
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  const start = performance.now();
  mark(how, mentions);
  const painted = performance.now();
  layOut();
  const end = performance.now();
  const records = observer.takeRecords().length;
  observer.disconnect();
  return { marks: mentions.length, scriptMs: painted - start, layoutMs: end - painted, records };
}

/** 300 changes of the page's own text after it was marked: milliseconds of all of them together. */
export async function edit(how: How, count: number): Promise<{ readonly ms: number; readonly ranges: number }> {
  const mentions = madeMentions(count);
  const targets = [...document.querySelectorAll('p, li, td')].slice(0, 300);
  await idle();
  mark(how, mentions);
  await idle();
  const start = performance.now();
  for (let i = 0; i < 300; i++) {
    const target = targets[i % targets.length];
    if (target === undefined) throw new Error('The page has no paragraph');
    const added = document.createTextNode('and then ');
    target.prepend(added);
    added.data = 'and so ';
    added.remove();
  }
  return { ms: performance.now() - start, ranges: how === 'live' ? kept.length : mentions.length };
}

/** Milliseconds a pointer move, over marks and between them. */
export async function point(count: number): Promise<{
  readonly moves: readonly number[];
  /** The browser's own hit test at the same places. */
  readonly own: readonly number[];
  readonly hits: number;
}> {
  const mentions = madeMentions(count);
  mark('ours', mentions);
  if (marks === null) throw new Error('Nothing is painted');
  const hit = openHit(document, marks);
  await idle();
  const moves: number[] = [];
  const own: number[] = [];
  let hits = 0;
  for (const mention of mentions.slice(0, 60)) {
    const range = liveRange(document, mention);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = range.getClientRects()[0];
    if (box === undefined) continue;
    await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
    const places = [
      [box.left + box.width / 2, box.top + box.height / 2],
      [box.left + box.width / 2, box.top + box.height / 2 + 60],
      [5, 5],
    ] as const;
    for (const [x, y] of places) {
      const before = performance.now();
      document.elementFromPoint(x, y);
      const start = performance.now();
      own.push(start - before);
      const found = hit.mentionAt(x, y);
      moves.push(performance.now() - start);
      if (found !== null) hits++;
    }
  }
  return { moves, own, hits };
}
