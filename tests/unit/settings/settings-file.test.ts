/** A settings file is taken whole or not at all, and what was written is read back the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';
import {
  MAX_FILE_CHARS,
  readSettingsFile,
  SETTINGS_FORMAT,
  writeSettingsFile,
} from '../../../lib/settings/settings-file';
import { anySettings } from './arbitrary';

test('what was exported is imported as it was', () => {
  fc.assert(
    fc.property(anySettings, (before) => {
      expect(readSettingsFile(writeSettingsFile(before))).toEqual({ ok: true, settings: before });
    }),
  );
});

const file = (change: object) =>
  JSON.stringify({ format: SETTINGS_FORMAT, settings: { ...DEFAULT_SETTINGS, ...change } });

test.each([
  ['', { kind: 'not-json' }],
  ['{"format":', { kind: 'not-json' }],
  ['null', { kind: 'not-settings' }],
  ['[]', { kind: 'not-settings' }],
  [JSON.stringify(DEFAULT_SETTINGS), { kind: 'not-settings' }],
  [JSON.stringify({ format: 'other', settings: DEFAULT_SETTINGS }), { kind: 'not-settings' }],
  [JSON.stringify({ format: SETTINGS_FORMAT, settings: { on: false } }), { kind: 'not-settings' }],
  [file({ version: 2 }), { kind: 'bad-field', field: 'version' }],
  [file({ on: 'yes' }), { kind: 'bad-field', field: 'on' }],
  [file({ restMs: -1 }), { kind: 'bad-field', field: 'restMs' }],
  [file({ kindsOff: ['rumour'] }), { kind: 'bad-field', field: 'kindsOff.0' }],
  [file({ colour: 'red' }), { kind: 'bad-field', field: 'colour' }],
  [' '.repeat(MAX_FILE_CHARS + 1), { kind: 'too-large' }],
] as const)('refuses %.60s as a whole', (text, fault) => {
  expect(readSettingsFile(text)).toEqual({ ok: false, fault });
});

test('any JSON at all that is no settings file is refused, as a file and as its settings', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(readSettingsFile(text).ok).toBe(false);
      expect(readSettingsFile(`{"format":"${SETTINGS_FORMAT}","settings":${text}}`).ok).toBe(false);
    }),
  );
});

test('a field named after the prototype is refused and changes nothing', () => {
  const text = `{"format":"${SETTINGS_FORMAT}","settings":{"version":1,"__proto__":{"on":false}}}`;
  const read = readSettingsFile(text);
  expect(read.ok ? Object.hasOwn(read.settings, 'on') : false).toBe(false);
  expect(Object.hasOwn(Object.prototype, 'on')).toBe(false);
});
