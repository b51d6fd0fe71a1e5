/** Everything that is kept here as one file, both ways: the settings, taken whole or not at all, and the saved reports one by one. */
import type { ImportOutcome } from '../../components/options/EverythingFile';
import { saveFile } from '../../components/shared/save-file';
import { reasonOf } from '../../components/shared/use-answer';
import { call } from '../../lib/messages/call';
import { readSettingsFile, writeSettingsFile } from '../../lib/settings/settings-file';

export async function exportEverything(): Promise<void> {
  const [settings, reports] = await Promise.all([call('settings/get', {}), call('reports/list', {})]);
  saveFile('dalel.json', writeSettingsFile({ ...settings, pausedUntil: null }, { reports }));
}

/** `text` was read as a settings file before, so it is JSON with an object. A file of settings alone has no reports. */
function reportsIn(text: string): readonly unknown[] {
  const { reports } = JSON.parse(text) as { readonly reports?: unknown };
  return Array.isArray(reports) ? reports : [];
}

export async function importEverything(text: string): Promise<ImportOutcome> {
  const read = readSettingsFile(text);
  if (!read.ok) return read.fault;
  const reports = reportsIn(text);
  try {
    await call('settings/set', { settings: read.settings });
    // The background checks each of them; one that is kept already with a later change stays.
    const { left } = await call('reports/import', { reports });
    return { kind: 'done', reports: reports.length - left.length, refusedReports: left.length };
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
}
