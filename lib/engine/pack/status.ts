/**
 * Status: computed from a claim's live statements, never authored. The first rule that fits counts:
 * superseded where the claim names its successor; confirmation and official denial, contested; confirmation,
 * confirmed; official denial, denied; doubt or denial by others, doubted; else reported.
 */
import type { Claim, Pack, SourceKind, Speaker, Statement } from './schema';

export type Status = 'contested' | 'confirmed' | 'denied' | 'doubted' | 'reported' | 'superseded';

/** Which sources a reader has switched off, one by one or by kind. */
export interface Switches {
  readonly sourcesOff: ReadonlySet<string>;
  readonly kindsOff: ReadonlySet<SourceKind>;
}

export const ALL_ON: Switches = { sourcesOff: new Set(), kindsOff: new Set() };

export type SourceOfDocument = (document: string) => { readonly id: string; readonly kind: SourceKind } | undefined;
export type ClassOfSpeaker = (speaker: string) => Speaker['class'] | undefined;

/** Statements with at least one document whose source is on. */
export function liveStatements(claim: Claim, sourceOf: SourceOfDocument, switches: Switches): Statement[] {
  return claim.statements.filter((statement) =>
    statement.documents.some((document) => {
      const source = sourceOf(document);
      return source !== undefined && !switches.sourcesOff.has(source.id) && !switches.kindsOff.has(source.kind);
    }),
  );
}

/** `live` are the live statements; those that a live one replaces do not count. */
export function statusOf(
  claim: Pick<Claim, 'supersededBy'>,
  live: readonly Statement[],
  classOf: ClassOfSpeaker,
): Status {
  if (claim.supersededBy !== undefined) return 'superseded';
  const replaced = new Set(live.map((s) => s.replaces));
  const counted = live.filter((s) => !replaced.has(s.id));
  const isConfirmed = counted.some((s) => s.kind === 'confirmation');
  const isDeniedOfficially = counted.some((s) => s.kind === 'denial' && classOf(s.speaker) === 'official');
  if (isConfirmed) return isDeniedOfficially ? 'contested' : 'confirmed';
  if (isDeniedOfficially) return 'denied';
  return counted.some((s) => s.kind === 'doubt' || s.kind === 'denial') ? 'doubted' : 'reported';
}

/** Every claim's status with all sources on. */
export function statusesOf(pack: Pack): ReadonlyMap<string, Status> {
  const classes = new Map(pack.speakers.map((s) => [s.id, s.class]));
  return new Map(pack.claims.map((claim) => [claim.id, statusOf(claim, claim.statements, (id) => classes.get(id))]));
}
