/** One claim's whole record as the database page shows it: its card, what the status does not count, every document. */
import type { Claim } from '../engine/pack/schema';
import type { ClaimRecord, RecordDocument } from '../messages/protocol';
import { makeCard, makeDocument, makeStatement, type InterfaceLanguage } from './cards';
import { findDocuments, type PackIndex, type Switches } from './live';

function listDocuments(index: PackIndex, claim: Claim): Record<string, RecordDocument> {
  const ids = [
    ...claim.statements.flatMap((statement) => statement.documents),
    ...(claim.lineage ?? []).map((row) => row.document).filter((id) => id !== undefined),
    ...(claim.contradictions ?? []).flatMap((point) => point.versions.flatMap((version) => version.documents)),
  ];
  return Object.fromEntries(
    findDocuments(index, ids).map((found) => [
      found.document.id,
      { ...makeDocument(found), sourceId: found.source.id, date: found.document.date ?? null },
    ]),
  );
}

export function makeRecord(
  index: PackIndex,
  claim: Claim,
  switches: Switches,
  language: InterfaceLanguage,
): ClaimRecord {
  const card = makeCard(index, claim, switches, language);
  const counted = new Set(card?.statements.map((statement) => statement.id));
  const uncounted = claim.statements.flatMap((statement) => {
    const speaker = index.speakers.get(statement.speaker);
    if (speaker === undefined || counted.has(statement.id)) return [];
    return [makeStatement({ statement, speaker, documents: findDocuments(index, statement.documents) }, language)];
  });
  return { card, record: claim, uncounted, documents: listDocuments(index, claim) };
}
