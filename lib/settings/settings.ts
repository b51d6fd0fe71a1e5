/** What a person can set, with the value at first. Kept in storage.local, one versioned item; never in storage.sync. */
import type { SourceKind } from '../engine/pack/schema';
import type { ClaimId } from '../engine/types';

/** Where Dalel is on: everywhere but on these hosts, or on these hosts only. */
export interface Sites {
  readonly mode: 'all-but' | 'only';
  /** Lower case, sorted. */
  readonly hosts: readonly string[];
  /** The list of the mode that does not hold now, as it was left; none where that mode never held. */
  readonly otherHosts?: readonly string[];
}

export interface Settings {
  readonly version: 1;
  readonly on: boolean;
  /** Off for a while: until this moment (milliseconds since 1970) or until the browser starts anew. */
  readonly pausedUntil: number | 'restart' | null;
  readonly sites: Sites;
  readonly sourcesOff: readonly string[];
  readonly kindsOff: readonly SourceKind[];
  readonly muted: readonly ClaimId[];
  readonly openBy: 'rest' | 'modifier' | 'click';
  /** Milliseconds of rest before a card opens. */
  readonly restMs: number;
  readonly loudness: 'full' | 'first' | 'badge';
  readonly badge: boolean;
  readonly confidence: 'quiet' | 'normal' | 'thorough';
  readonly screenReader: boolean;
  readonly language: 'auto' | 'en' | 'ru' | 'kk';
  /** Where a report opens a new issue; empty: nowhere. */
  readonly issueAddress: string;
  /** Whether packs may be subscribed to on this very computer, over http. */
  readonly developerSubscriptions: boolean;
}

const HOUR_MS = 3_600_000;
/** A pause that seems longer was begun by a clock that has been put back since. */
export const LONGEST_PAUSE_MS = HOUR_MS;

/** When a pause that begins now ends; null is none. */
export const pauseEnd = (until: 'hour' | 'restart' | null): Settings['pausedUntil'] =>
  until === 'hour' ? Date.now() + HOUR_MS : until;

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  on: true,
  pausedUntil: null,
  sites: { mode: 'all-but', hosts: [] },
  sourcesOff: [],
  kindsOff: [],
  muted: [],
  openBy: 'rest',
  restMs: 300,
  loudness: 'full',
  badge: true,
  confidence: 'normal',
  screenReader: false,
  language: 'auto',
  issueAddress: '',
  developerSubscriptions: false,
};
