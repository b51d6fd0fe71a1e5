/**
 * Pack, settings and language to the cards that pages show. Pure. A claim without a standing statement has no card:
 * nothing that a reader left switched on speaks of it.
 */
import { STATEMENT_KINDS, type Claim, type StatementKind, type Words } from '../engine/pack/schema';
import type { ClaimId } from '../engine/types';
import type { CardDocument, CardStatement, ClaimCard } from '../messages/protocol';
import { findStanding, type LiveDocument, type LiveStatement, type PackIndex, type Switches } from './live';
import { findOrigin } from './origin';
import { computeStatus } from '../engine/pack/status';

export type InterfaceLanguage = 'en' | 'ru' | 'kk';

/** English is in every record; the other languages where they were written. */
export const pickWords = (words: Words, language: InterfaceLanguage): string => words[language] ?? words.en;

const pickOptional = (words: Words | undefined, language: InterfaceLanguage): string | null =>
  words === undefined ? null : pickWords(words, language);

export function makeDocument({ document, source }: LiveDocument): CardDocument {
  return {
    source: source.name,
    kind: source.kind,
    title: document.title ?? null,
    url: document.url ?? null,
    lang: document.lang ?? source.lang ?? null,
  };
}

export function makeStatement(
  { statement, speaker, documents }: LiveStatement,
  language: InterfaceLanguage,
): CardStatement {
  return {
    id: statement.id,
    kind: statement.kind,
    speaker: pickWords(speaker.name, language),
    speakerClass: speaker.class,
    office: pickOptional(statement.office ?? speaker.office, language),
    date: statement.date ?? null,
    scope: pickOptional(statement.scope, language),
    summary: pickWords(statement.summary, language),
    documents: documents.map(makeDocument),
  };
}

/** By kind, then the newest first; without a date last; the record's order decides the rest. */
function compareStatements(a: CardStatement, b: CardStatement): number {
  const byKind = STATEMENT_KINDS.indexOf(a.kind) - STATEMENT_KINDS.indexOf(b.kind);
  if (byKind !== 0 || a.date === b.date) return byKind;
  return (a.date ?? '') < (b.date ?? '') ? 1 : -1;
}

function countKinds(statements: readonly CardStatement[]): Record<StatementKind, number> {
  const counts = { denial: 0, doubt: 0, support: 0, confirmation: 0, report: 0, comment: 0 };
  for (const { kind } of statements) counts[kind] += 1;
  return counts;
}

/** Null where no statement of the claim stands. */
export function makeCard(
  index: PackIndex,
  claim: Claim,
  switches: Switches,
  language: InterfaceLanguage,
): ClaimCard | null {
  const statements = findStanding(index, claim, switches)
    .map((live) => makeStatement(live, language))
    .toSorted(compareStatements);
  if (statements.length === 0) return null;
  const packTitle = index.packTitles?.get(claim.id);
  const withdrawal = index.withdrawn?.get(claim.id);
  return {
    id: claim.id,
    ...(packTitle === undefined ? {} : { pack: pickWords(packTitle, language) }),
    topic: claim.topic,
    proposition: pickWords(claim.proposition, language),
    status: computeStatus(statements, claim.supersededBy !== undefined),
    rung: claim.rung ?? null,
    counts: countKinds(statements),
    statements,
    origin: findOrigin(claim),
    ...(withdrawal === undefined
      ? {}
      : { withdrawn: { date: withdrawal.date, why: pickWords(withdrawal.why, language) } }),
  };
}

/** Cards of the given claims. Ids that the pack does not know are left out. */
export function makeCards(
  index: PackIndex,
  switches: Switches,
  language: InterfaceLanguage,
  ids: readonly ClaimId[],
): readonly ClaimCard[] {
  const claims = [...new Set(ids)].map((id) => index.claims.get(id)).filter((claim) => claim !== undefined);
  return claims.map((claim) => makeCard(index, claim, switches, language)).filter((card) => card !== null);
}
