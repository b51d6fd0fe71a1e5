/** The status of a claim, computed from its live statements and from nothing else; shown to the reader as this rule. */
import type { SpeakerClass, StatementKind } from '../engine/pack/schema';
import type { Status } from '../messages/protocol';

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
