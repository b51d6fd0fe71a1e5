/** Reports: kept in the database, a second copy in the mirror, from a private window nowhere. */
import { Refusal, type Handlers } from '../messages/serve';
import { deleteReport, putReports, readReports } from '../store/reports';
import { openDatabase } from './database';
import { readDraft } from './drafts';
import { mirrorReport, unmirrorReport } from './mirror';

type ReportHandlers = Pick<Handlers, 'reports/draft' | 'reports/save' | 'reports/list' | 'reports/delete'>;

export const reportHandlers: ReportHandlers = {
  'reports/draft': ({ key }) => readDraft(key),

  async 'reports/save'({ report }) {
    // A report has the id of the draft that it was made from.
    const draft = await readDraft(report.id);
    if (draft?.isPrivate === true)
      throw new Refusal('not-allowed', 'Nothing from a private window is kept: export it instead');
    await putReports(await openDatabase(), [report]);
    // The report is safe in the database; that its copy failed must not tell the person that it is lost.
    await mirrorReport(report).catch((reason: unknown) => console.error('Dalel: a report has no second copy', reason));
    return report;
  },

  'reports/list': async () => readReports(await openDatabase()),

  async 'reports/delete'({ id }) {
    // The copy first: left behind alone, it would bring the report back.
    await unmirrorReport(id);
    await deleteReport(await openDatabase(), id);
    return null;
  },
};
