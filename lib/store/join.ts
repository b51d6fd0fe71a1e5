/**
 * Packs to one index: the bundled one as it is, every other with its own name before each of its ids. Claims of two
 * packs never merge: they stand side by side, each with the name of its pack. Pure.
 */
import type { Claim, Pack } from '../engine/pack/schema';
import { indexPack, type PackIndex, type Records, type Withdrawal } from './live';

/** The id of a part of a loaded pack. */
export const idIn = (pack: string, id: string): string => `${pack}/${id}`;

function renameClaim(claim: Claim, name: (id: string) => string): Claim {
  const { supersededBy, lineage, contradictions } = claim;
  return {
    ...claim,
    id: name(claim.id),
    ...(supersededBy === undefined ? {} : { supersededBy: name(supersededBy) }),
    statements: claim.statements.map((statement) => ({
      ...statement,
      speaker: name(statement.speaker),
      documents: statement.documents.map(name),
    })),
    ...(lineage === undefined
      ? {}
      : {
          lineage: lineage.map((row) => (row.document === undefined ? row : { ...row, document: name(row.document) })),
        }),
    ...(contradictions === undefined
      ? {}
      : {
          contradictions: contradictions.map((point) => ({
            ...point,
            versions: point.versions.map((version) => ({ ...version, documents: version.documents.map(name) })),
          })),
        }),
  };
}

/** A loaded pack whose ids no other pack can have. Concepts and languages stay: each pack is read by itself. */
export function renamePack(pack: Pack): Pack {
  const name = (id: string): string => idIn(pack.header.id, id);
  return {
    ...pack,
    speakers: pack.speakers.map((speaker) => ({ ...speaker, id: name(speaker.id) })),
    sources: pack.sources.map((source) => ({ ...source, id: name(source.id) })),
    documents: pack.documents.map((document) => ({
      ...document,
      id: name(document.id),
      source: name(document.source),
    })),
    claims: pack.claims.map((claim) => renameClaim(claim, name)),
  };
}

/**
 * `loaded` are packs that `renamePack` made, in the reader's order; `withdrawn` names claims as they are named there.
 * The header stays that of the bundled pack.
 */
export function joinPacks<P extends Records>(
  bundled: P,
  loaded: readonly Records[],
  withdrawn: readonly Withdrawal[] = [],
): PackIndex<P> {
  const joined: P = {
    ...bundled,
    speakers: [...bundled.speakers, ...loaded.flatMap((pack) => pack.speakers)],
    sources: [...bundled.sources, ...loaded.flatMap((pack) => pack.sources)],
    documents: [...bundled.documents, ...loaded.flatMap((pack) => pack.documents)],
    claims: [...bundled.claims, ...loaded.flatMap((pack) => pack.claims)],
  };
  const titles = loaded.flatMap(({ header, claims }) => claims.map(({ id }) => [id, header.title] as const));
  return {
    ...indexPack(joined),
    packTitles: new Map(titles),
    withdrawn: new Map(withdrawn.map((one) => [one.claim, one])),
  };
}
