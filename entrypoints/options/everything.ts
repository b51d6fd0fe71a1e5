/**
 * What is kept here as one file, both ways: the settings, taken whole or not at all, and the saved reports one by one,
 * before the settings: reports that are taken twice change nothing, settings take the place of those that were there.
 * Loaded packs are only named: a pack's signature is no longer with it, and whom a subscription asks is the reader's word.
 */
import type { ImportOutcome } from '../../components/options/EverythingFile';
import { saveFile } from '../../components/shared/save-file';
import { reasonOf } from '../../components/shared/reason';
import { call } from '../../lib/messages/call';
import { MOST_REPORTS } from '../../lib/reports/limits';
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

/** Of the packs that the file names, those that are not loaded here. */
async function findMissing(text: string): Promise<readonly string[]> {
  const named = packsNamedIn(text);
  if (named.length === 0) return [];
  const here = new Set((await loadedPacks()).map(({ id }) => id));
  return named.filter(({ id }) => !here.has(id)).map(namePack);
}

/** Says `refused` only where nothing was changed. */
export async function importEverything(text: string): Promise<ImportOutcome> {
  const read = readSettingsFile(text);
  if (!read.ok) return read.fault;
  const reports = reportsIn(text);
  let taken = 0;
  let refusedReports = 0;
  try {
    const packs = await findMissing(text);
    for (let at = 0; at < reports.length; at += MOST_REPORTS) {
      // The background checks each of them; one that is kept already with a later change stays.
      const part = await call('reports/import', { reports: reports.slice(at, at + MOST_REPORTS) });
      taken += part.taken;
      refusedReports += part.left.length;
    }
    await call('settings/set', { settings: read.settings });
    return { kind: 'done', reports: reports.length - refusedReports, refusedReports, packs };
  } catch (error) {
    const reason = reasonOf(error);
    return taken === 0 ? { kind: 'refused', reason } : { kind: 'stopped', reports: taken, reason };
  }
}
