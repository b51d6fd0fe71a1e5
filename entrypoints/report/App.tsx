/** The report page at work: `report.html#<draft key>` fills the form from a draft; without a key the form is empty. */
import { useCallback } from 'preact/hooks';
import { makeReport, reportFile, reportText, type Filled } from '../../components/report/report-file';
import { ReportPage } from '../../components/report/ReportPage';
import { saveFile } from '../../components/shared/save-file';
import { Spoken } from '../../components/shared/Spoken';
import { useAnswer } from '../../components/shared/use-answer';
import { Waiting } from '../../components/shared/Waiting';
import { call } from '../../lib/messages/call';
import type { Report } from '../../lib/reports/report';
import { askDraft } from './ask';

const askSaved = () => call('reports/list', {});

const exportAll = (reports: readonly Report[]) => saveFile('dalel-reports.json', reportFile(reports));

export function App() {
  const { answer, again } = useAnswer(askDraft);
  const { answer: saved, again: listAgain } = useAnswer(askSaved);
  const keep = useCallback((report: Report) => call('reports/save', { report }).then(listAgain), [listAgain]);
  if (answer.state !== 'ready') {
    return (
      <Spoken setting="auto" title="report.title">
        <Waiting answer={answer} onRetry={again} />
      </Spoken>
    );
  }
  const { settings, id, created, note, draft, isGone } = answer.value;
  const toReport = (filled: Filled) => makeReport(id, filled, created, new Date().toISOString());
  return (
    <Spoken setting={settings.language} title="report.title">
      <ReportPage
        form={{
          draft,
          note,
          isGone,
          onSave: (filled) => keep(toReport(filled)),
          onExport: (filled) => exportAll([toReport(filled)]),
          onCopy: (filled) => navigator.clipboard.writeText(reportText({ ...filled.capture, note: filled.note })),
        }}
        saved={saved}
        list={{
          onExport: exportAll,
          onDelete: (report) => call('reports/delete', { id: report.id }).then(listAgain),
          onRestore: keep,
        }}
      />
    </Spoken>
  );
}
