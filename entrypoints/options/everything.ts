/**
 * What is kept here as one file, both ways: the settings, taken whole or not at all, and the saved reports one by one.
 * Loaded packs are only named: a pack's signature is no longer with it, and whom a subscription asks is the reader's word.
 */
import type { ImportOutcome } from '../../components/options/EverythingFile';
import { saveFile } from '../../components/shared/save-file';
import { reasonOf } from '../../components/shared/reason';
import { call } from '../../lib/messages/call';
import {
  namePack,
  packsNamedIn,
  readSettingsFile,
  writeSettingsFile,
  type NamedPack,
} from '../../lib/settings/settings-file';

const loadedPacks = async (): Promise<readonly NamedPack[]> =>
  (await call('packs/list', {})).flatMap(({ id, from, isBundled }) => (isBundled ? [] : [{ id, from }]));

/** Gives the names of the packs that are not in the file. */
export async function exportEverything(): Promise<readonly string[]> {
  const [settings, reports] = await Promise.all([call('settings/get', {}), call('reports/list', {})]);
  const packs = await loadedPacks();
  saveFile('dalel.json', writeSettingsFile({ ...settings, pausedUntil: null }, { reports, packs }));
  return packs.map(namePack);
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
    const here = new Set((await loadedPacks()).map(({ id }) => id));
    const packs = packsNamedIn(text).filter(({ id }) => !here.has(id));
    return {
      kind: 'done',
      reports: reports.length - left.length,
      refusedReports: left.length,
      packs: packs.map(namePack),
    };
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
}
