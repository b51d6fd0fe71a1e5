/** What a card shows and what it may ask for: made by the page's controller, drawn by components/card. Types only. */
import type { Finding } from '../engine/types';
import type { ClaimCard } from '../messages/protocol';
import type { Say } from '../words/say';
import type { AsOf } from './as-of';

/** One claim that the words under the card mention. */
export interface CardClaim {
  readonly card: ClaimCard;
  readonly finding: Finding;
  /** This is mention `nth` of the `of` that can be seen on this page, counted from 1. */
  readonly nth: number;
  readonly of: number;
  /** The page's day beside the record's; null where either is not known. */
  readonly asOf: AsOf | null;
  /** Another passage of this page denies the claim, or reports the denial. */
  readonly isDeniedHere: boolean;
}

/** What a reader wants to report from the card, with the words under it as they stand in their block. */
export interface CardReport {
  readonly about: 'wrong-mark' | 'missing-statement';
  readonly claim: string;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
}

export interface CardView {
  /** At least one; several where the same words mention several. */
  readonly claims: readonly CardClaim[];
  readonly selected: number;
  readonly say: Say;
  readonly lang: 'en' | 'ru' | 'kk';
  readonly onSelect: (index: number) => void;
  /** To the next or previous mention of the selected claim. */
  readonly onStep: (by: 1 | -1) => void;
  /** To the passage of this page that denies the selected claim. */
  readonly onDenial: () => void;
  readonly onClose: () => void;
  /** Opens the whole record in a tab of ours. */
  readonly onRecord: (claim: string) => void;
  /** Opens a report on the words under the card, in a tab of ours. */
  readonly onReport: (about: CardReport['about']) => void;
}

/** For readers who let the host stand: what a screen reader is told and can reach before any card is open. */
export interface OutlineView {
  readonly mentions: readonly { readonly label: string; readonly onOpen: () => void }[];
  readonly announcement: string;
}

/** Draws into the host's closed root; null takes the part away again. */
export interface Draw {
  (root: ShadowRoot, view: CardView | null, outline: OutlineView | null): void;
}
