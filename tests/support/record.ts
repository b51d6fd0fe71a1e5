/** What the built pack says of a claim, so that the tests name no source that a later revision may drop. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack, StatementKind } from '../../lib/engine/pack/schema';
import { OUT } from './browser';

const AGAINST: ReadonlySet<StatementKind> = new Set(['denial', 'doubt', 'confirmation']);

/** Publishers whose absence leaves the claim merely reported, and the rest that it rests on; each in the pack's order. */
export function sourcesByKind(claim: string): {
  readonly against: readonly string[];
  readonly others: readonly string[];
} {
  const pack = JSON.parse(readFileSync(join(OUT, 'chrome-mv3/pack.json'), 'utf8')) as Pack; // The build checked it.
  const record = pack.claims.find((one) => one.id === claim);
  if (record === undefined) throw new Error(`The pack has no claim ${claim}`);
  const sourceOf = new Map(pack.documents.map((document) => [document.id, document.source]));
  const publishers = (kinds: (kind: StatementKind) => boolean): Set<string> =>
    new Set(
      record.statements
        .filter((statement) => kinds(statement.kind))
        .flatMap((statement) => statement.documents.map((document) => sourceOf.get(document) ?? '')),
    );
  const against = publishers((kind) => AGAINST.has(kind));
  const others = [...publishers((kind) => !AGAINST.has(kind))].filter((source) => !against.has(source));
  return { against: [...against], others };
}
