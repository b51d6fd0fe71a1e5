/** The status of a claim, computed from its live statements and from nothing else; shown to the reader as this rule. */
import type { Pack, SpeakerClass, StatementKind } from './schema';

export type Status = 'contested' | 'confirmed' | 'denied' | 'doubted' | 'reported' | 'superseded';

/** A statement that is live and that no other one replaces. */
export interface StandingStatement {
  readonly kind: StatementKind;
  readonly speakerClass: SpeakerClass;
}

/** The first rule that fits. `isSuperseded`: the record itself names the claim that took its place. */
export function computeStatus(statements: readonly StandingStatement[], isSuperseded: boolean): Status {
  if (isSuperseded) return 'superseded';
  const isConfirmed = statements.some(({ kind }) => kind === 'confirmation');
  const isDenied = statements.some(({ kind, speakerClass }) => kind === 'denial' && speakerClass === 'official');
  if (isConfirmed && isDenied) return 'contested';
  if (isConfirmed) return 'confirmed';
  if (isDenied) return 'denied';
  if (statements.some(({ kind }) => kind === 'doubt' || kind === 'denial')) return 'doubted';
  return 'reported';
}

/** Every claim's status with all sources on. */
export function statusesOf(pack: Pack): ReadonlyMap<string, Status> {
  const classes = new Map(pack.speakers.map((speaker) => [speaker.id, speaker.class]));
  return new Map(
    pack.claims.map((claim) => {
      const replaced = new Set(claim.statements.map((s) => s.replaces));
      const standing = claim.statements
        .filter((s) => !replaced.has(s.id))
        .flatMap(({ kind, speaker }): StandingStatement[] => {
          const speakerClass = classes.get(speaker);
          return speakerClass === undefined ? [] : [{ kind, speakerClass }];
        });
      return [claim.id, computeStatus(standing, claim.supersededBy !== undefined)];
    }),
  );
}
