/** The changes that a person makes with one switch, as pure functions from settings to settings. */
import type { SourceKind } from '../engine/pack/schema';
import type { ClaimId } from '../engine/types';
import type { Settings } from './settings';

/** The list with the entry in it, once, or without it; sorted, so that equal settings are equal bytes. */
function withEntry<T extends string>(list: readonly T[], entry: T, isIn: boolean): readonly T[] {
  const rest = list.filter((other) => other !== entry);
  return isIn ? [...rest, entry].toSorted() : rest;
}

export const setSite = (settings: Settings, host: string, on: boolean): Settings => ({
  ...settings,
  sitesOff: withEntry(settings.sitesOff, host.toLowerCase(), !on),
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

/** Dalel is on where it is on at all and the site is not among those switched off. */
export const isOnFor = (settings: Settings, host: string | null): boolean =>
  settings.on && host !== null && !settings.sitesOff.includes(host);
