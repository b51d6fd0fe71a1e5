/**
 * A subscription: what is known of an address that one pack is kept up to date from, when it may be asked again, and
 * whether what it offers may take the place of what is held. Pure: time and chance are handed in.
 * Laws: no update lowers the revision, none moves the pinned key without that key's own signature, and where anything
 * is refused all that was held stays.
 */
import type { Pack } from '../engine/pack/schema';
import { checkKeys } from './envelope';
import type { RetractionList } from './retractions';
import type { UpdateFault } from './update-fault';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Between two tries that nobody asked for. */
export const MIN_GAP_MS = 6 * HOUR_MS;
export const MAX_BACKOFF_MS = 7 * DAY_MS;
/** Between two tries that the reader asks for. */
export const BY_HAND_GAP_MS = MINUTE_MS;
/** Clocks are put right by so much without anything being wrong. */
const CLOCK_SLACK_MS = 5 * MINUTE_MS;

/** A pack that waits for the reader's word: the first of its address, or one that lost more than half of its claims. */
export interface Offer {
  readonly pack: Pack;
  readonly etag: string | null;
  /** How many of the claims that are held it no longer has, and of how many. */
  readonly gone: number;
  readonly of: number;
}

/** Times are milliseconds since 1970. */
export interface Subscription {
  /** Id of the pack: one subscription a pack. */
  readonly pack: string;
  readonly address: string;
  /** The pinned key, in base64. */
  readonly key: string;
  /** The highest revision that was ever taken or turned down: nothing under it is taken. */
  readonly seen: number;
  readonly etag: string | null;
  readonly triedAt: number | null;
  /** When a revision was last taken; null until the reader takes the first one: until then nothing is subscribed. */
  readonly updatedAt: number | null;
  /** In a row. */
  readonly failures: number;
  /** When Dalel asks again by itself. */
  readonly nextAt: number;
  /** Until when the server asked for patience: it holds for tries by hand as well. */
  readonly notBefore: number | null;
  /** Of the last try. */
  readonly fault: UpdateFault | null;
  readonly retractions: RetractionList | null;
  readonly offer: Offer | null;
}

export type Asker = 'alarm' | 'person';

const jitter = (ms: number, chance: number): number => ms * (0.8 + 0.4 * chance);
const atLeastGap = (ms: number): number => Math.round(Math.min(Math.max(ms, MIN_GAP_MS), MAX_BACKOFF_MS));

/** `chance` is from 0 to 1. */
export const nextAfterSuccess = (now: number, chance: number): number => now + Math.round(jitter(DAY_MS, chance));

/** Twice as long after each failure, from six hours to seven days, and never before the server's own wish. */
export function nextAfterFailure(now: number, failures: number, chance: number, wishMs = 0): number {
  const wait = jitter(MIN_GAP_MS * 2 ** Math.min(failures - 1, 10), chance);
  return now + atLeastGap(Math.max(wait, wishMs));
}

export type Start =
  | { readonly ok: true; readonly subscription: Subscription }
  /** `subscription` is to be kept: a clock that was put back has moved its times. */
  | { readonly ok: false; readonly waitUntil: number; readonly subscription: Subscription };

const isBefore = (moment: number | null, now: number): boolean => moment !== null && moment > now + CLOCK_SLACK_MS;

/**
 * Whether it may be asked now. The try counts before it is made, with the next one set as after a failure, so that a
 * background that is ended in the middle of it does not ask over and over.
 */
export function startTry(subscription: Subscription, asker: Asker, now: number, chance: number): Start {
  const { triedAt, nextAt, notBefore, failures } = subscription;
  const started = { ...subscription, triedAt: now, nextAt: nextAfterFailure(now, failures + 1, chance) };
  const wait = (waitUntil: number, kept = subscription): Start => ({ ok: false, waitUntil, subscription: kept });
  // The last try lies ahead of the clock: when it really was is unknown, so a whole day is waited once.
  if (asker === 'alarm' && isBefore(triedAt, now)) {
    const next = nextAfterSuccess(now, chance);
    return wait(next, { ...subscription, triedAt: now, nextAt: next, notBefore: null });
  }
  if (notBefore !== null && notBefore > now && notBefore <= now + MAX_BACKOFF_MS) return wait(notBefore);
  const gap = asker === 'alarm' ? MIN_GAP_MS : BY_HAND_GAP_MS;
  const free = triedAt === null || triedAt > now ? now : triedAt + gap;
  const due = asker === 'alarm' ? Math.max(free, nextAt) : free;
  return due > now ? wait(due) : { ok: true, subscription: started };
}

export function afterFailure(
  subscription: Subscription,
  fault: UpdateFault,
  now: number,
  chance: number,
  wishMs = 0,
): Subscription {
  const failures = subscription.failures + 1;
  return {
    ...subscription,
    failures,
    fault,
    nextAt: nextAfterFailure(now, failures, chance, wishMs),
    notBefore: wishMs > 0 ? now + Math.min(wishMs, MAX_BACKOFF_MS) : null,
  };
}

export function afterSuccess(subscription: Subscription, now: number, chance: number): Subscription {
  return { ...subscription, failures: 0, fault: null, nextAt: nextAfterSuccess(now, chance), notBefore: null };
}

/** The row once a revision is taken: the key is that of its header, which the pinned one has signed. */
export function afterTaking(
  subscription: Subscription,
  { pack, etag }: Pick<Offer, 'pack' | 'etag'>,
  now: number,
  chance: number,
): Subscription {
  const { key = subscription.key, revision } = pack.header;
  const seen = Math.max(subscription.seen, revision);
  return { ...afterSuccess(subscription, now, chance), key, seen, etag, updatedAt: now, offer: null };
}

export type Verdict =
  | { readonly kind: 'take' | 'unchanged' }
  | { readonly kind: 'ask'; readonly gone: number; readonly of: number }
  | { readonly kind: 'refuse'; readonly fault: UpdateFault };

/** Whether the pack with these signatures may take the place of the one held, null where none is. */
export function judgeUpdate(
  subscription: Pick<Subscription, 'pack' | 'key' | 'seen'>,
  held: Pack | null,
  offered: { readonly pack: Pack; readonly keys: readonly string[] },
  asker: Asker,
): Verdict {
  const { id, revision, key } = offered.pack.header;
  const refuse = (fault: UpdateFault): Verdict => ({ kind: 'refuse', fault });
  if (id !== subscription.pack) return refuse({ kind: 'other-pack', held: subscription.pack, given: id });
  const fault = checkKeys(key, offered.keys, subscription.key);
  if (fault !== null) return refuse(fault);
  const least = Math.max(subscription.seen, held?.header.revision ?? 0);
  if (revision < least) return refuse({ kind: 'older', held: least, given: revision });
  // What the reader undid or turned down comes back only when they ask for it.
  const isWanted = revision > least || (asker === 'person' && revision > (held?.header.revision ?? 0));
  if (!isWanted) return { kind: 'unchanged' };
  const { gone, of } = countGone(held, offered.pack);
  return gone * 2 > of ? { kind: 'ask', gone, of } : { kind: 'take' };
}

/** How many claims of the held pack the other one no longer has. */
export function countGone(held: Pack | null, other: Pack): { readonly gone: number; readonly of: number } {
  const kept = new Set(other.claims.map(({ id }) => id));
  const claims = held?.claims ?? [];
  return { gone: claims.filter(({ id }) => !kept.has(id)).length, of: claims.length };
}
