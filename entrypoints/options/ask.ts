/** What the options page asks before it draws, and how it takes over a settings file. */
import type { ImportOutcome } from '../../components/options/SettingsFile';
import { reasonOf } from '../../components/shared/use-answer';
import { call } from '../../lib/messages/call';
import { readSettingsFile } from '../../lib/settings/settings-file';

export async function askAll() {
  const [settings, { sources, kindsOff }] = await Promise.all([call('settings/get', {}), call('sources/list', {})]);
  const muted = await Promise.all(
    settings.muted.map(async (id) => {
      const found = await call('claims/get', { id });
      return { id, proposition: found?.card?.proposition ?? found?.record.proposition.en ?? null };
    }),
  );
  return { settings, sources, kindsOff, muted };
}

export async function importSettings(text: string): Promise<ImportOutcome> {
  const read = readSettingsFile(text);
  if (!read.ok) return read.fault;
  return call('settings/set', { settings: read.settings }).then(
    () => ({ kind: 'done' }),
    (error: unknown) => ({ kind: 'refused', reason: reasonOf(error) }),
  );
}
