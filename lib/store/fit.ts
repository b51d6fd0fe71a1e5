/**
 * Cards within the size that one page may be sent. Where they do not fit, every card keeps its counts and gives up its
 * last statements first; only where that is not enough do the last cards go.
 */
import type { ClaimCard } from '../messages/protocol';

/** UTF-16 units of the cards as JSON. */
export const MAX_PAGE_CARDS = 64_000;

/** How many statements a card may keep, tried in turn. */
const STEPS = [40, 20, 12, 8, 5, 3] as const;

const lengthOf = (cards: readonly ClaimCard[]): number => JSON.stringify(cards).length;

export function fitCards(cards: readonly ClaimCard[], max: number = MAX_PAGE_CARDS): readonly ClaimCard[] {
  let fitting = cards;
  for (const most of STEPS) {
    if (lengthOf(fitting) <= max) return fitting;
    fitting = cards.map((card) => ({ ...card, statements: card.statements.slice(0, most) }));
  }
  while (lengthOf(fitting) > max && fitting.length > 0) fitting = fitting.slice(0, -1);
  return fitting;
}
