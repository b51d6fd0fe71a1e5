/** The changes that a person makes with one switch, as pure functions from settings to settings. */
import type { SourceKind } from '../engine/pack/schema';
import type { ClaimId } from '../engine/types';
import { LONGEST_PAUSE_MS, type Settings } from './settings';

/** The list with the entry in it, once, or without it; sorted, so that equal settings are equal bytes. */
function withEntry<T extends string>(list: readonly T[], entry: T, isIn: boolean): readonly T[] {
  const rest = list.filter((other) => other !== entry);
  return isIn ? [...rest, entry].toSorted() : rest;
}

export const setSite = (settings: Settings, host: string, on: boolean): Settings => ({
  ...settings,
  sites: {
    ...settings.sites,
    hosts: withEntry(settings.sites.hosts, host.toLowerCase(), on === (settings.sites.mode === 'only')),
  },
});

/** The source's own switch; the switch of its kind stands above it and stays as it is. */
export const setSource = (settings: Settings, source: string, on: boolean): Settings => ({
  ...settings,
  sourcesOff: withEntry(settings.sourcesOff, source, !on),
});

export const setSourceKind = (settings: Settings, kind: SourceKind, on: boolean): Settings => ({
  ...settings,
  kindsOff: withEntry(settings.kindsOff, kind, !on),
});

export const setMuted = (settings: Settings, id: ClaimId, muted: boolean): Settings => ({
  ...settings,
  muted: withEntry(settings.muted, id, muted),
});

export function isPaused({ pausedUntil }: Settings, now: number = Date.now()): boolean {
  if (pausedUntil === null || pausedUntil === 'restart') return pausedUntil === 'restart';
  return now < pausedUntil && pausedUntil - now <= LONGEST_PAUSE_MS;
}

/** Whether the reader wants Dalel on this site, whatever the switches above say. */
export const isSiteOn = ({ sites }: Settings, host: string): boolean =>
  sites.hosts.includes(host) === (sites.mode === 'only');

/** Dalel is on where it is on at all, not paused, and wanted on the site. Null is a page without a host: never. */
export const isOnFor = (settings: Settings, host: string | null): boolean =>
  settings.on && !isPaused(settings) && host !== null && isSiteOn(settings, host);
