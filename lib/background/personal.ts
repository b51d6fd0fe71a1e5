/** The reader's own claims: the pack that their reports make, and what one report would mark before it is kept. */
import { browser } from 'wxt/browser';
import type { Pack } from '../engine/pack/schema';
import { readingData } from '../engine/pack/reading';
import { EMPTY_CONTEXT, openReader } from '../engine/read';
import type { Reader } from '../engine/types';
import type { MarkingPreview } from '../messages/protocol';
import { completeReport } from '../reports/check';
import { makePersonalPack, PERSONAL_PACK } from '../reports/personal';
import type { Report } from '../reports/report';
import { fittingIndex } from '../store/index-text';
import { renamePack } from '../store/join';
import { readBundledPack } from '../store/packs';
import { readReports } from '../store/reports';
import type { Database, LoadedPack } from '../store/schema';
import { plainAddress } from './address';
import { tryTab } from './tabs';

/** As a pack that is loaded, or null where no report marks anything. */
export async function readPersonal(database: Database): Promise<LoadedPack | null> {
  const reports = (await readReports(database)).map(completeReport).filter((report) => typeof report !== 'string');
  // The whole pack is read only for who has reports.
  const bundled = reports.length === 0 ? null : await readBundledPack(database);
  if (bundled === null) return null;
  const pack = makePersonalPack(reports, bundled.languages);
  if (pack === null) return null;
  const index = fittingIndex(renamePack(pack), null);
  return { id: PERSONAL_PACK, pack, index, from: '', loadedAt: '', isOn: true, order: -1, previous: null };
}

/** What saving or deleting a report changes in the open pages: what is found there, only what cards tell, or nothing. */
export type OwnChange = 'found' | 'told' | 'nothing';

const packOf = (report: Report | undefined): Pack | null => {
  const whole = report === undefined ? '' : completeReport(report);
  return typeof whole === 'string' ? null : makePersonalPack([whole], []);
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export function compareOwn(before: Report | undefined, after: Report | undefined): OwnChange {
  const [was, is] = [packOf(before), packOf(after)];
  if (isSame(was, is)) return 'nothing';
  return isSame(was && readingData(was), is && readingData(is)) ? 'told' : 'found';
}

const MOST_PLACES = 8;

function findPlaces(reader: Reader, text: string): readonly string[] {
  const places: string[] = [];
  for (const line of text.split('\n')) {
    for (const { quote } of reader.read({ text: line, kind: 'text' }, EMPTY_CONTEXT).findings) places.push(quote);
    if (places.length >= MOST_PLACES) break;
  }
  return places.slice(0, MOST_PLACES);
}

/** The text of the page where it is open in a tab that we may read, else null. */
async function readOpenPage(url: string): Promise<string | null> {
  if (url === '') return null;
  const tabs = await browser.tabs.query({});
  const tab = tabs.find((one) => plainAddress(one.url) === plainAddress(url) && one.incognito !== true);
  if (tab?.id === undefined) return null;
  const target = { tabId: tab.id };
  const results = await tryTab(() =>
    browser.scripting.executeScript({ target, func: () => document.body.innerText.slice(0, 500_000) }),
  );
  const text = results?.[0]?.result;
  return typeof text === 'string' ? text : null;
}

export async function previewMarking(report: Report, texts: readonly string[], bundled: Pack): Promise<MarkingPreview> {
  const pack = makePersonalPack([report], bundled.languages);
  if (pack === null) return { texts: texts.map(() => []), page: null };
  const reader = openReader(readingData(pack));
  const page = await readOpenPage(report.url);
  return {
    texts: texts.map((text) => findPlaces(reader, text)),
    page: page === null ? null : findPlaces(reader, page),
  };
}
