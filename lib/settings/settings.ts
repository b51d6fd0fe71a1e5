/** What a person can set, with the value at first. Kept in storage.local, one versioned item; never in storage.sync. */
import type { SourceKind } from '../engine/pack/schema';
import type { ClaimId } from '../engine/types';

export interface Settings {
  readonly version: 1;
  readonly on: boolean;
  /** Hosts where Dalel stays silent. */
  readonly sitesOff: readonly string[];
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
}

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  on: true,
  sitesOff: [],
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
};
