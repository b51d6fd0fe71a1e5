/** What the page of packs is told: one row a pack, how its subscription stands, and what became of an update. */
import type { Claim, PackHeader } from '../engine/pack/schema';
import type { ClaimChange } from '../packs/diff';
import type { UpdateFault } from '../packs/update-fault';

/** What is known of the address that a pack is kept up to date from; times in milliseconds since 1970. */
export interface SubscriptionRow {
  readonly address: string;
  readonly triedAt: number | null;
  readonly nextAt: number;
  /** Until when the server asked to be left alone. */
  readonly notBefore: number | null;
  /** In a row. */
  readonly failures: number;
  /** Of the last try. */
  readonly fault: UpdateFault | null;
  /** An update that waits for the reader's word, since so many of the claims held are gone from it. */
  readonly offer: { readonly revision: number; readonly gone: number; readonly of: number } | null;
}

/** A claim that its editor withdrew. */
export interface WithdrawnClaim {
  readonly id: string;
  /** Null where the pack that is held does not have it (any more). */
  readonly proposition: Claim['proposition'] | null;
  readonly date: string;
  readonly why: Claim['proposition'];
}

/** What an address offers, before the reader takes it. */
export interface Offered {
  readonly id: string;
  readonly address: string;
  readonly header: PackHeader;
  readonly fingerprint: string;
}

export type UpdateOutcome =
  | { readonly kind: 'updated' | 'unchanged' | 'asks' }
  | { readonly kind: 'refused'; readonly fault: UpdateFault }
  /** Too soon: milliseconds since 1970. */
  | { readonly kind: 'wait'; readonly until: number };

/** One pack as the page of packs shows it. */
export interface PackRow {
  readonly id: string;
  readonly header: PackHeader;
  readonly isBundled: boolean;
  readonly isOn: boolean;
  /** The file or address that it came from, and when (ISO time); both empty for the bundled one. */
  readonly from: string;
  readonly loadedAt: string;
  /** Of the key that signed it; null where none did. */
  readonly fingerprint: string | null;
  readonly canUndo: boolean;
  /** What the last update changed; null where there was none. */
  readonly changes: readonly ClaimChange[] | null;
  /** The day is past until which its editor vouches for it. */
  readonly isOld: boolean;
  readonly withdrawn: readonly WithdrawnClaim[];
  /** Null where it came by file, or with Dalel. */
  readonly subscription: SubscriptionRow | null;
}
