/** The report page at work: `report.html#<draft key>` fills the form from a draft; without a key the form is empty. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { makeReport } from '../../lib/reports/content';
import { ReportPage } from '../../components/report/ReportPage';
import { Spoken } from '../../components/shared/Spoken';
import { StoreNotice } from '../../components/shared/StoreNotice';
import { useAnswer } from '../../components/shared/use-answer';
import { Waiting } from '../../components/shared/Waiting';
import { call } from '../../lib/messages/call';
import { STORE_CALLS } from '../../lib/messages/store-calls';
import { suggestPhrases } from '../../lib/packs/phrases';
import type { Report, ReportContent, ReportState } from '../../lib/reports/report';
import { resolveLanguage } from '../../lib/words/languages';
import { loadWords } from '../../lib/words/load-words';
import { askDraft, importReports } from './ask';
import { makeSharing } from './sharing';

async function askAll() {
  const draft = await askDraft();
  return { ...draft, say: await loadWords(resolveLanguage(draft.settings.language, navigator.languages)) };
}
const askSaved = () => call('reports/list', {});
const askNear = (text: string, lang: string | null) =>
  call('reports/nearest', { text, lang }).catch((reason: unknown) => {
    console.warn('Dalel: there are no known claims to compare with', reason);
    return [];
  });

const MARKING = {
  onSuggest: suggestPhrases,
  onPreview: (report: Report, texts: readonly string[]) =>
    call('reports/preview', { report, texts }).catch((reason: unknown) => {
      console.warn('Dalel: what the phrases would mark could not be read', reason);
      return { texts: [], page: null };
    }),
};

export function App() {
  const { answer, again } = useAnswer(askAll);
  const { answer: saved, again: listAgain } = useAnswer(askSaved);
  const [issueAddress, setIssueAddress] = useState<string | null>(null);
  // Another report of the list is opened by its address: the page begins anew with it.
  useEffect(() => addEventListener('hashchange', () => location.reload()), []);
  const keep = useCallback((report: Report) => call('reports/save', { report }).then(listAgain), [listAgain]);
  if (answer.state !== 'ready') {
    return (
      <Spoken setting="auto" title="report.title">
        <Waiting answer={answer} onRetry={again} />
      </Spoken>
    );
  }
  const { settings, begun, subject, say } = answer.value;
  const { id, created, ...form } = begun;
  const toReport = (content: ReportContent, state: ReportState) =>
    makeReport(content, { id, state, created, changed: new Date().toISOString() });
  const sharing = makeSharing({
    issueAddress: issueAddress ?? settings.issueAddress,
    say,
    keep,
    onAddress: setIssueAddress,
  });
  return (
    <Spoken setting={settings.language} title="report.title">
      <StoreNotice {...STORE_CALLS} onChanged={listAgain} />
      <ReportPage
        form={{ ...form, subject, toReport, onKeep: keep, onNear: askNear, sharing, marking: MARKING }}
        saved={saved}
        list={{
          sharing,
          onDelete: (report) => call('reports/delete', { id: report.id }).then(listAgain),
          onRestore: keep,
          onImport: (text, phrases) => importReports(text, phrases).finally(listAgain),
        }}
      />
    </Spoken>
  );
}
