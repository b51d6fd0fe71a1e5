/** Reports: kept in the database, a second copy in the mirror, from a private window nowhere. */
import { browser } from 'wxt/browser';
import { Refusal, type Handlers } from '../messages/serve';
import { completeReport } from '../reports/check';
import type { Report } from '../reports/report';
import { toPageSettings } from '../settings/page-settings';
import { readSettings } from '../settings/store';
import { readBundledPack } from '../store/packs';
import { readReports } from '../store/reports';
import { openClaims, openDatabase, openPack } from './database';
import { readDraft } from './drafts';
import { dropReport, keepReports } from './kept-reports';
import { findNear } from './near-claims';
import { compareOwn, previewMarking, type OwnChange } from './personal';
import { startReport } from './report-menu';
import { spreadChangedCards, spreadChangedPacks } from './spread-packs';
import { tryTab } from './tabs';

type ReportHandlers = Pick<
  Handlers,
  | 'reports/draft'
  | 'reports/save'
  | 'reports/list'
  | 'reports/delete'
  | 'reports/import'
  | 'reports/start'
  | 'reports/nearest'
  | 'reports/preview'
>;

/** Whoever saved does not wait for the tabs. */
function spreadLater(changes: readonly OwnChange[]): void {
  const isFound = changes.includes('found');
  if (!isFound && !changes.includes('told')) return;
  const spreading = isFound ? spreadChangedPacks() : spreadChangedCards();
  spreading.catch((reason: unknown) => console.error('Dalel: a claim of the reader was not spread', reason));
}

export const reportHandlers: ReportHandlers = {
  'reports/draft': ({ key }) => readDraft(key),

  async 'reports/save'({ report }, sender) {
    // A report has the id of the draft that it was made from.
    const draft = await readDraft(report.id);
    if (draft?.isPrivate === true || sender.isPrivate)
      throw new Refusal('private', 'Nothing from a private window is kept: export it instead');
    const [before] = await keepReports(await openDatabase(), [report]);
    spreadLater([compareOwn(before, report)]);
    return report;
  },

  async 'reports/list'() {
    return (await readReports(await openDatabase())).flatMap((stored) => {
      const report = completeReport(stored);
      if (typeof report !== 'string') return [report];
      const [id, fault] = [stored.id, report];
      console.warn(`Dalel: report ${id} is damaged and was left out: ${fault}`);
      return [];
    });
  },

  async 'reports/delete'({ id }) {
    const before = await dropReport(await openDatabase(), id);
    spreadLater([compareOwn(before, undefined)]);
    return null;
  },

  async 'reports/import'({ reports }, sender) {
    if (sender.isPrivate) throw new Refusal('private', 'Nothing is kept from a page in a private window');
    const checked = reports.map(completeReport);
    const left = checked.flatMap((one, at) => (typeof one === 'string' ? [{ entry: at + 1, reason: one }] : []));
    const database = await openDatabase();
    const kept = new Map((await readReports(database)).map((report) => [report.id, report]));
    const newer = checked.filter(
      (one) => typeof one !== 'string' && one.changed > (kept.get(one.id)?.changed ?? ''),
    ) as readonly Report[]; // What is no report was just left out.
    if (newer.length === 0) return { taken: 0, left };
    await keepReports(database, newer);
    spreadLater(newer.map((report) => compareOwn(kept.get(report.id), report)));
    return { taken: newer.length, left };
  },

  async 'reports/start'({ tabId }) {
    const tab = (await tryTab(() => browser.tabs.get(tabId))) ?? undefined;
    await startReport({ pageUrl: tab?.url }, tab);
    return null;
  },

  async 'reports/preview'({ report, texts }) {
    await openClaims([]);
    const bundled = await readBundledPack(await openDatabase());
    if (bundled === null) throw new Error('The database lost the bundled pack');
    return previewMarking(report, texts, bundled);
  },

  async 'reports/nearest'(request) {
    const settings = await readSettings();
    const { language } = toPageSettings(settings, browser.i18n.getUILanguage());
    return findNear(await openPack(), settings, language, request);
  },
};
