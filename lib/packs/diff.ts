/** What changed between two revisions of a pack, claim by claim, as a reader meets it: new, another status, withdrawn. */
import type { Claim, Pack } from '../engine/pack/schema';
import { statusesOf, type Status } from '../engine/pack/status';

export type ClaimChange =
  | { readonly kind: 'new'; readonly id: string; readonly proposition: Claim['proposition']; readonly status: Status }
  | {
      readonly kind: 'status';
      readonly id: string;
      readonly proposition: Claim['proposition'];
      readonly before: Status;
      readonly after: Status;
    }
  /** Statements, wording or words to find it by. */
  | { readonly kind: 'edited' | 'withdrawn'; readonly id: string; readonly proposition: Claim['proposition'] };

/** In the order of ids. */
export function diffPacks(before: Pack, after: Pack): readonly ClaimChange[] {
  const old = new Map(before.claims.map((claim) => [claim.id, claim]));
  const [oldStatuses, statuses] = [statusesOf(before), statusesOf(after)];
  const changes = after.claims.flatMap((claim): ClaimChange[] => {
    const { id, proposition } = claim;
    const was = old.get(id);
    old.delete(id);
    const [from, to] = [oldStatuses.get(id) ?? 'reported', statuses.get(id) ?? 'reported'];
    if (was === undefined) return [{ kind: 'new', id, proposition, status: to }];
    if (from !== to) return [{ kind: 'status', id, proposition, before: from, after: to }];
    return JSON.stringify(was) === JSON.stringify(claim) ? [] : [{ kind: 'edited', id, proposition }];
  });
  const withdrawn = [...old.values()].map(({ id, proposition }): ClaimChange => ({
    kind: 'withdrawn',
    id,
    proposition,
  }));
  return [...changes, ...withdrawn].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
