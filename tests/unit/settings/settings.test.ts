import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { NORMAL_CONFIDENCE } from '../../../lib/engine/read';
import { isOnFor, setMuted, setSite, setSource, setSourceKind } from '../../../lib/settings/change';
import { checkSettings, partialSettingsSchema } from '../../../lib/settings/check';
import { CONFIDENCE, toPageSettings } from '../../../lib/settings/page-settings';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/settings';

describe('settings from storage', () => {
  test('that were never set are the first values, without damage', () => {
    expect(checkSettings(undefined)).toEqual({ settings: DEFAULT_SETTINGS, damaged: [] });
  });

  test.each([['text'], [7], [[]], [true]])('that are no settings at all are said to be damaged: %j', (stored) => {
    expect(checkSettings(stored)).toEqual({ settings: DEFAULT_SETTINGS, damaged: ['settings'] });
  });

  test('lose a damaged field alone, and say which', () => {
    const stored = { ...DEFAULT_SETTINGS, on: false, restMs: 'soon', muted: [1], sourcesOff: ['avweb'] };
    const { settings, damaged } = checkSettings(stored);
    expect(damaged.toSorted()).toEqual(['muted', 'restMs']);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, on: false, sourcesOff: ['avweb'] });
  });

  test('of an older Dalel get the first value of what is new', () => {
    expect(checkSettings({ version: 1, badge: false })).toEqual({
      settings: { ...DEFAULT_SETTINGS, badge: false },
      damaged: [],
    });
  });

  test('of a Dalel that kept only the sites where it was off keep those', () => {
    expect(checkSettings({ version: 1, sitesOff: ['daily.example'] })).toEqual({
      settings: { ...DEFAULT_SETTINGS, sites: { mode: 'all-but', hosts: ['daily.example'] } },
      damaged: [],
    });
  });

  test('keep the list of the mode that does not hold', () => {
    const sites = { mode: 'only', hosts: ['daily.example'], otherHosts: ['quiet.example'] } as const;
    expect(checkSettings({ sites })).toEqual({ settings: { ...DEFAULT_SETTINGS, sites }, damaged: [] });
    const { sites: after } = setSite({ ...DEFAULT_SETTINGS, sites }, 'daily.example', false);
    expect(after).toEqual({ ...sites, hosts: [] });
  });

  test('whatever storage holds, what comes out can be stored and read again without damage', () => {
    const key = fc.constantFrom(...Object.keys(DEFAULT_SETTINGS));
    fc.assert(
      fc.property(fc.dictionary(key, fc.anything()), (stored) => {
        const { settings } = checkSettings(stored);
        expect(checkSettings(settings)).toEqual({ settings, damaged: [] });
      }),
    );
  });
});

describe('settings from a page of ours', () => {
  test.each([[{}], [{ on: false }], [DEFAULT_SETTINGS]])('are taken: %j', (settings) => {
    expect(v.safeParse(partialSettingsSchema, settings).success).toBe(true);
  });

  test.each([
    [{ on: 'yes' }],
    [{ on: undefined }],
    [{ colour: 'red' }],
    [{ restMs: -1 }],
    [{ version: 2 }],
    [{ kindsOff: ['gossip'] }],
  ])('are refused: %j', (settings) => {
    expect(v.safeParse(partialSettingsSchema, settings).success).toBe(false);
  });
});

describe('one switch', () => {
  test('is undone by its opposite, and twice is once', () => {
    const switches: readonly ((settings: Settings, on: boolean) => Settings)[] = [
      (settings, on) => setSite(settings, 'Daily.example', on),
      (settings, on) => setSource(settings, 'avweb', on),
      (settings, on) => setSourceKind(settings, 'blog', on),
      (settings, on) => setMuted(settings, 'a-claim', !on),
    ];
    for (const set of switches) {
      const off = set(DEFAULT_SETTINGS, false);
      expect(off).not.toEqual(DEFAULT_SETTINGS);
      expect(set(off, false)).toEqual(off);
      expect(set(off, true)).toEqual(DEFAULT_SETTINGS);
    }
  });

  test.each<[Partial<Settings>, string | null, boolean]>([
    [{}, 'daily.example', true],
    [{ on: false }, 'daily.example', false],
    [{ sites: { mode: 'all-but', hosts: ['daily.example'] } }, 'daily.example', false],
    [{ sites: { mode: 'all-but', hosts: ['daily.example'] } }, 'www.daily.example', true],
    [{ sites: { mode: 'only', hosts: ['daily.example'] } }, 'daily.example', true],
    [{ sites: { mode: 'only', hosts: ['daily.example'] } }, 'www.daily.example', false],
    [{ pausedUntil: 'restart' }, 'daily.example', false],
    [{ pausedUntil: Date.now() + 60_000 }, 'daily.example', false],
    [{ pausedUntil: Date.now() - 1 }, 'daily.example', true],
    [{}, null, false],
  ])('with %j, Dalel on %s is on: %s', (changes, host, isOn) => {
    expect(isOnFor({ ...DEFAULT_SETTINGS, ...changes }, host)).toBe(isOn);
  });
});

describe('what a page is told', () => {
  test.each<[Settings['language'], string, string]>([
    ['auto', 'kk-KZ', 'kk'],
    ['auto', 'ru', 'ru'],
    ['auto', 'de-AT', 'en'],
    ['ru', 'kk', 'ru'],
  ])('language %s in a browser that speaks %s is %s', (language, browserLanguage, expected) => {
    expect(toPageSettings({ ...DEFAULT_SETTINGS, language }, browserLanguage).language).toBe(expected);
  });

  test('the dial of confidence has one table, whose middle is the scanner’s', () => {
    expect(CONFIDENCE).toEqual({ quiet: 0.85, normal: NORMAL_CONFIDENCE, thorough: 0.4 });
    expect(toPageSettings({ ...DEFAULT_SETTINGS, confidence: 'quiet' }, 'en').minConfidence).toBe(0.85);
  });
});
