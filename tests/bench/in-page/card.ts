/** A card as the background would give it, of a claim that nobody denied. */
import type { ClaimCard } from '../../../lib/messages/protocol';

export function cardFor(id: string): ClaimCard {
  return {
    id,
    topic: 'other',
    proposition: id,
    status: 'reported',
    rung: null,
    counts: { denial: 0, doubt: 0, support: 0, confirmation: 0, report: 1, comment: 0 },
    statements: [],
    origin: [],
  };
}
