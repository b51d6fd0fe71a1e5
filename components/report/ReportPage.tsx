/** The report page: the form on top, the saved reports below; either stands when the other fails. */
import type { Report } from '../../lib/reports/report';
import { Notice } from '../shared/Notice';
import { PageHead } from '../shared/PageHead';
import { sayReason } from '../shared/reason';
import { useSpeech } from '../shared/speech';
import type { Answer } from '../shared/use-answer';
import { ReportForm, type ReportFormProps } from './ReportForm';
import { SavedReports, type SavedReportsProps } from './SavedReports';

export interface ReportPageProps {
  readonly form: ReportFormProps;
  readonly saved: Answer<readonly Report[]>;
  readonly list: Omit<SavedReportsProps, 'reports'>;
}

export function ReportPage({ form, saved, list }: ReportPageProps) {
  const { say } = useSpeech();
  return (
    <main class="page report">
      <PageHead title={say('report.title')} here="report" />
      <p class="hint">{say('report.lead')}</p>
      <ReportForm {...form} />
      {saved.state === 'ready' ? <SavedReports reports={saved.value} {...list} /> : null}
      {saved.state === 'failed' ? (
        <Notice tone="alert">{say('report.saved.failed', { reason: sayReason(say, saved.reason) })}</Notice>
      ) : null}
    </main>
  );
}
