/**
 * Settings as they are checked: strictly where a page of ours sends or imports them, tolerantly where they are read
 * from storage, so that one damaged field costs that field only. Used by the background and by the import of settings.
 */
import * as v from 'valibot';
import { SOURCE_KINDS } from '../engine/pack/schema';
import { DEFAULT_SETTINGS, type Settings } from './settings';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const ids = v.pipe(v.array(id), v.maxLength(5000));

const hosts = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(255))), v.maxLength(5000));

const fields = {
  version: v.literal(1),
  on: v.boolean(),
  pausedUntil: v.nullable(v.union([v.literal('restart'), v.pipe(v.number(), v.integer(), v.minValue(0))])),
  sites: v.strictObject({ mode: v.picklist(['all-but', 'only']), hosts, otherHosts: v.exactOptional(hosts) }),
  sourcesOff: ids,
  kindsOff: v.pipe(v.array(v.picklist(SOURCE_KINDS)), v.maxLength(SOURCE_KINDS.length)),
  muted: ids,
  openBy: v.picklist(['rest', 'modifier', 'click']),
  restMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3000)),
  loudness: v.picklist(['full', 'first', 'badge']),
  badge: v.boolean(),
  confidence: v.picklist(['quiet', 'normal', 'thorough']),
  screenReader: v.boolean(),
  language: v.picklist(['auto', 'en', 'ru', 'kk']),
  issueAddress: v.pipe(v.string(), v.maxLength(1000), v.regex(/^(?:https?:\/\/\S+)?$/iu)),
  developerSubscriptions: v.boolean(),
} satisfies { readonly [K in keyof Settings]: v.GenericSchema<unknown, Settings[K]> };

export const partialSettingsSchema = v.strictObject({
  version: v.exactOptional(fields.version),
  on: v.exactOptional(fields.on),
  pausedUntil: v.exactOptional(fields.pausedUntil),
  sites: v.exactOptional(fields.sites),
  sourcesOff: v.exactOptional(fields.sourcesOff),
  kindsOff: v.exactOptional(fields.kindsOff),
  muted: v.exactOptional(fields.muted),
  openBy: v.exactOptional(fields.openBy),
  restMs: v.exactOptional(fields.restMs),
  loudness: v.exactOptional(fields.loudness),
  badge: v.exactOptional(fields.badge),
  confidence: v.exactOptional(fields.confidence),
  screenReader: v.exactOptional(fields.screenReader),
  language: v.exactOptional(fields.language),
  issueAddress: v.exactOptional(fields.issueAddress),
  developerSubscriptions: v.exactOptional(fields.developerSubscriptions),
});

export interface CheckedSettings {
  readonly settings: Settings;
  /** Names of the fields that were damaged and fell back to the value at first. */
  readonly damaged: readonly string[];
}

/** Reads whatever storage holds. A missing item or field is not damage: it was never set. */
export function checkSettings(stored: unknown): CheckedSettings {
  if (stored === undefined || stored === null) return { settings: DEFAULT_SETTINGS, damaged: [] };
  if (typeof stored !== 'object' || Array.isArray(stored)) return { settings: DEFAULT_SETTINGS, damaged: ['settings'] };
  const found: Record<string, unknown> = { ...stored };
  // An earlier Dalel kept only the hosts where it was off.
  if (found['sites'] === undefined && found['sitesOff'] !== undefined) {
    found['sites'] = { mode: 'all-but', hosts: found['sitesOff'] };
  }
  const damaged: string[] = [];
  const read = <K extends keyof Settings>(name: K, schema: v.GenericSchema<unknown, Settings[K]>): Settings[K] => {
    const value = found[name];
    if (value === undefined) return DEFAULT_SETTINGS[name];
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    damaged.push(name);
    return DEFAULT_SETTINGS[name];
  };
  const settings: Settings = {
    version: 1,
    on: read('on', fields.on),
    pausedUntil: read('pausedUntil', fields.pausedUntil),
    sites: read('sites', fields.sites),
    sourcesOff: read('sourcesOff', fields.sourcesOff),
    kindsOff: read('kindsOff', fields.kindsOff),
    muted: read('muted', fields.muted),
    openBy: read('openBy', fields.openBy),
    restMs: read('restMs', fields.restMs),
    loudness: read('loudness', fields.loudness),
    badge: read('badge', fields.badge),
    confidence: read('confidence', fields.confidence),
    screenReader: read('screenReader', fields.screenReader),
    language: read('language', fields.language),
    issueAddress: read('issueAddress', fields.issueAddress),
    developerSubscriptions: read('developerSubscriptions', fields.developerSubscriptions),
  };
  return { settings, damaged };
}
