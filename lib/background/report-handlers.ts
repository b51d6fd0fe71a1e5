/** Reports: kept in the database, a second copy in the mirror, from a private window nowhere. */
import { browser } from 'wxt/browser';
import { Refusal, type Handlers } from '../messages/serve';
import { completeReport } from '../reports/check';
import { toPageSettings } from '../settings/page-settings';
import { readSettings } from '../settings/store';
import { readBundledPack } from '../store/packs';
import { deleteReport, putReports, readReport, readReports } from '../store/reports';
import { openDatabase, openPack, packsChanged } from './database';
import { readDraft } from './drafts';
import { mirrorReport, unmirrorReport } from './mirror';
import { findNear } from './near-claims';
import { marksOtherwise, previewMarking } from './personal';
import { startReport } from './report-menu';
import { spreadPacks } from './spread-packs';
import { tryTab } from './tabs';

type ReportHandlers = Pick<
  Handlers,
  | 'reports/draft'
  | 'reports/save'
  | 'reports/list'
  | 'reports/delete'
  | 'reports/start'
  | 'reports/nearest'
  | 'reports/preview'
>;

/** Whoever saved does not wait for the tabs. */
function spreadLater(): void {
  packsChanged();
  spreadPacks().catch((reason: unknown) => console.error('Dalel: a claim of the reader was not spread', reason));
}

export const reportHandlers: ReportHandlers = {
  'reports/draft': ({ key }) => readDraft(key),

  async 'reports/save'({ report }, sender) {
    // A report has the id of the draft that it was made from.
    const draft = await readDraft(report.id);
    if (draft?.isPrivate === true || sender.isPrivate)
      throw new Refusal('not-allowed', 'Nothing from a private window is kept: export it instead');
    const database = await openDatabase();
    const before = await readReport(database, report.id);
    await putReports(database, [report]);
    // The report is safe in the database; that its copy failed must not tell the person that it is lost.
    await mirrorReport(report).catch((reason: unknown) => console.error('Dalel: a report has no second copy', reason));
    if (marksOtherwise(before, report)) spreadLater();
    return report;
  },

  async 'reports/list'() {
    return (await readReports(await openDatabase())).flatMap((stored) => {
      const report = completeReport(stored);
      if (typeof report !== 'string') return [report];
      console.warn(`Dalel: report ${stored.id} is damaged and was left out: ${report}`);
      return [];
    });
  },

  async 'reports/delete'({ id }) {
    // The copy first: left behind alone, it would bring the report back.
    await unmirrorReport(id);
    const database = await openDatabase();
    const before = await readReport(database, id);
    await deleteReport(database, id);
    if (marksOtherwise(before, undefined)) spreadLater();
    return null;
  },

  async 'reports/start'({ tabId }) {
    const tab = (await tryTab(() => browser.tabs.get(tabId))) ?? undefined;
    await startReport({ pageUrl: tab?.url }, tab);
    return null;
  },

  async 'reports/preview'({ report, texts }) {
    await openPack();
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
