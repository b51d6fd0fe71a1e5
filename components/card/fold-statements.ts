/**
 * Which statements a folded card shows: the first of every kind that speaks for or against before any second one, so
 * that a confirmation is never folded away behind three denials. Pure; the record's order stays.
 */
import type { CardStatement } from '../../lib/messages/protocol';

/** `most` statements at most, in their order. */
export function foldStatements(statements: readonly CardStatement[], most: number): readonly CardStatement[] {
  const turn = new Map<CardStatement, number>();
  const counts = new Map<CardStatement['kind'], number>();
  for (const statement of statements) {
    const before = counts.get(statement.kind) ?? 0;
    counts.set(statement.kind, before + 1);
    turn.set(statement, before + weightOf(statement.kind));
  }
  const chosen = new Set(statements.toSorted((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0)).slice(0, most));
  return statements.filter((statement) => chosen.has(statement));
}

/** Reports and comments take no side: they come once every side was heard twice. */
function weightOf(kind: CardStatement['kind']): number {
  switch (kind) {
    case 'denial':
    case 'doubt':
    case 'support':
    case 'confirmation':
      return 0;
    case 'report':
    case 'comment':
      return 2;
  }
}
