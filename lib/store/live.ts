/**
 * Which statements count: a statement is live while any of its documents' sources is on, and stands while no other
 * statement of its claim replaces it. What the record replaced stays replaced, whichever sources are on.
 */
import type { Claim, Pack, Source, SourceDocument, Speaker, Statement, Words } from '../engine/pack/schema';
import type { ClaimId } from '../engine/types';
import type { Settings } from '../settings/settings';

/** A claim that the editor of its pack no longer stands by. */
export interface Withdrawal {
  readonly claim: ClaimId;
  readonly date: string;
  readonly why: Words;
}

/** What of a pack is shown: all but what pages are read with. */
export type Records = Omit<Pack, 'languages' | 'concepts'>;

/** `P` is a Pack where what pages are read with is in it. `claims` may be those alone that were asked for. */
export interface PackIndex<P extends Records = Records> {
  readonly pack: P;
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** How many statements rest on each source, by its id, over all claims of the packs. */
  readonly statementCounts: ReadonlyMap<string, number>;
  /** Titles of the loaded packs that claims come from; claims of the bundled one are not in it. */
  readonly packTitles?: ReadonlyMap<ClaimId, Words>;
  readonly withdrawn?: ReadonlyMap<ClaimId, Withdrawal>;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((part) => [part.id, part]));

/** By source. A statement that rests on two documents of one source counts once. */
export function countStatements({ claims, documents }: Pick<Pack, 'claims' | 'documents'>): Map<string, number> {
  const sourceOf = new Map(documents.map(({ id, source }) => [id, source]));
  const counts = new Map<string, number>();
  for (const statement of claims.flatMap((claim) => claim.statements)) {
    const sources = new Set(statement.documents.map((id) => sourceOf.get(id)));
    for (const source of sources) if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return counts;
}

export function indexPack<P extends Records>(pack: P): PackIndex<P> {
  return {
    pack,
    claims: byId(pack.claims),
    speakers: byId(pack.speakers),
    sources: byId(pack.sources),
    documents: byId(pack.documents),
    statementCounts: countStatements(pack),
  };
}

/** The same packs with other claims: those that somebody asked for. */
export function withClaims(index: PackIndex, claims: readonly Claim[]): PackIndex {
  return { ...index, pack: { ...index.pack, claims: [...claims] }, claims: byId(claims) };
}

export type Switches = Pick<Settings, 'sourcesOff' | 'kindsOff'>;

export function isSourceOn(source: Source, switches: Switches): boolean {
  return !switches.sourcesOff.includes(source.id) && !switches.kindsOff.includes(source.kind);
}

export interface LiveDocument {
  readonly document: SourceDocument;
  readonly source: Source;
}

export interface LiveStatement {
  readonly statement: Statement;
  readonly speaker: Speaker;
  /** Those of sources that are on; at least one. */
  readonly documents: readonly LiveDocument[];
}

/** With their sources; ids that the pack does not know are left out. */
export function findDocuments(index: PackIndex, ids: readonly string[]): readonly LiveDocument[] {
  return ids.flatMap((id) => {
    const document = index.documents.get(id);
    const source = document === undefined ? undefined : index.sources.get(document.source);
    return document === undefined || source === undefined ? [] : [{ document, source }];
  });
}

/** The live statements of a claim that no other replaces, in the record's order. */
export function findStanding(index: PackIndex, claim: Claim, switches: Switches): readonly LiveStatement[] {
  const replaced = new Set(claim.statements.map((statement) => statement.replaces));
  return claim.statements.flatMap((statement) => {
    const speaker = index.speakers.get(statement.speaker);
    if (speaker === undefined || replaced.has(statement.id)) return [];
    const documents = findDocuments(index, statement.documents).filter(({ source }) => isSourceOn(source, switches));
    return documents.length === 0 ? [] : [{ statement, speaker, documents }];
  });
}

/** Ids of all sources that a claim's statements rest on, on or off. */
export function findClaimSources(index: PackIndex, claim: Claim): ReadonlySet<string> {
  return new Set(
    claim.statements.flatMap((statement) => findDocuments(index, statement.documents).map(({ source }) => source.id)),
  );
}
