/**
 * Mentions: what was found, joined with the cards that may be shown. From readings to the list that marks, steps and
 * cards work on. Pure, but for `isShown`, which asks the browser and so is called for a mention at a time only.
 */
import type { ClaimId, Finding } from '../engine/types';
import type { ClaimCard } from '../messages/protocol';
import { rangeOf } from './collect';
import type { PageBlock } from './collect';

export interface Mention {
  readonly block: PageBlock;
  readonly finding: Finding;
  readonly card: ClaimCard;
  readonly place: StaticRangeInit;
  /** The first of its claim on the page. */
  readonly isFirst: boolean;
}

export interface BlockFindings {
  readonly block: PageBlock;
  readonly findings: readonly Finding[];
}

export const MOST_MARKS = 1_000;

/** Mentions in document order, of claims that have a card; `isCapped` where there were more than can be marked. */
export function listMentions(
  read: readonly BlockFindings[],
  cards: ReadonlyMap<ClaimId, ClaimCard>,
  minConfidence: number,
): { readonly mentions: readonly Mention[]; readonly isCapped: boolean } {
  const mentions: Mention[] = [];
  const met = new Set<ClaimId>();
  for (const { block, findings } of read) {
    for (const finding of findings.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      const card = cards.get(finding.claim);
      if (card === undefined || finding.confidence < minConfidence) continue;
      const place = rangeOf(block, finding.start, finding.end);
      if (place === null) continue;
      if (mentions.length >= MOST_MARKS) return { mentions, isCapped: true };
      mentions.push({ block, finding, card, place, isFirst: !met.has(finding.claim) });
      met.add(finding.claim);
    }
  }
  return { mentions, isCapped: false };
}

const AROUND = 64;
const MOST_QUOTE = 2000;

/** The mention's words with what stands around them in their block. */
export function quoteOf({ block, finding }: Mention): {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
} {
  const { start, end } = finding;
  return {
    exact: block.text.slice(start, end).slice(0, MOST_QUOTE),
    prefix: block.text.slice(Math.max(0, start - AROUND), start),
    suffix: block.text.slice(end, end + AROUND),
  };
}

/** The text nodes that hold its words, and which of their characters. */
export function* textsOf({ block, finding }: Pick<Mention, 'block' | 'finding'>): Generator<{
  readonly node: Node;
  readonly from: number;
  readonly to: number;
}> {
  for (const { node, from, at, length } of block.runs) {
    if (at >= finding.end) return;
    const start = Math.max(finding.start, at);
    const end = Math.min(finding.end, at + length);
    if (start < end) yield { node, from: from + start - at, to: from + end - at };
  }
}

/** Mentions that share words with this one, itself first. */
export function overlapping(mention: Mention, all: readonly Mention[]): readonly Mention[] {
  const { start, end } = mention.finding;
  const others = all.filter(
    (other) =>
      other !== mention && other.block === mention.block && other.finding.start < end && other.finding.end > start,
  );
  return [mention, ...others];
}

/** Where the page itself says that the claim is denied; undefined where the mention is such a passage. */
export function denialBeside(mention: Mention, all: readonly Mention[]): Mention | undefined {
  if (mention.finding.stance === 'denies') return undefined;
  return all.find(({ finding }) => finding.claim === mention.finding.claim && finding.stance === 'denies');
}

/** Whether a person can see it now: text that a style hides is read, but not counted or stepped to. */
export function isShown(mention: Mention): boolean {
  const parent = mention.place.startContainer.parentElement;
  return parent !== null && parent.isConnected && parent.checkVisibility({ visibilityProperty: true });
}

/** A live range, for asking where the words stand; never kept. */
export function liveRange(doc: Document, { place }: Mention): Range {
  const range = doc.createRange();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  return range;
}

/** Whether its nodes still hold what was read. */
export function isStanding(doc: Document, mention: Mention): boolean {
  const { startContainer, endContainer, startOffset, endOffset } = mention.place;
  return (
    startContainer.isConnected &&
    endContainer.isConnected &&
    startContainer.ownerDocument === doc &&
    startOffset <= (startContainer.nodeValue ?? '').length &&
    endOffset <= (endContainer.nodeValue ?? '').length
  );
}
