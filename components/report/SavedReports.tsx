/** The reports kept in this browser, newest first: each exported or deleted; the last one deleted can be brought back. */
import { useState } from 'preact/hooks';
import type { Report } from '../../lib/reports/report';
import { sayDate } from '../../lib/words/dates';
import { Notice } from '../shared/Notice';
import { OutLink } from '../shared/OutLink';
import { useSpeech } from '../shared/speech';
import { reasonOf } from '../shared/use-answer';

export interface SavedReportsProps {
  readonly reports: readonly Report[];
  readonly onExport: (reports: readonly Report[]) => void;
  readonly onDelete: (report: Report) => Promise<void>;
  readonly onRestore: (report: Report) => Promise<void>;
}

const SHORT_CHARS = 80;

function shorten(text: string): string {
  return text.length <= SHORT_CHARS ? text : `${text.slice(0, SHORT_CHARS).trimEnd()}…`;
}

interface ReportRowProps {
  readonly report: Report;
  readonly onExport: () => void;
  readonly onDelete: () => void;
}

function ReportRow({ report, onExport, onDelete }: ReportRowProps) {
  const { say, lang } = useSpeech();
  const short = shorten(report.quote.exact);
  return (
    <li class="saved-report" data-report={report.id}>
      <blockquote dir="auto" {...(report.lang === null ? {} : { lang: report.lang })}>
        {report.quote.exact}
      </blockquote>
      {report.note === '' ? null : (
        <p class="note" dir="auto">
          {report.note}
        </p>
      )}
      <p class="about">
        <time dateTime={report.created}>{sayDate(report.created, lang)}</time>
        {report.url === '' ? null : <OutLink address={report.url}>{report.title ?? report.url}</OutLink>}
      </p>
      <div class="row-actions">
        <button
          type="button"
          class="quiet-button"
          aria-label={say('report.export.of', { quote: short })}
          onClick={onExport}
        >
          {say('report.export.one')}
        </button>
        <button
          type="button"
          class="quiet-button"
          data-delete={report.id}
          aria-label={say('report.delete.of', { quote: short })}
          onClick={onDelete}
        >
          {say('report.delete')}
        </button>
      </div>
    </li>
  );
}

export function SavedReports({ reports, onExport, onDelete, onRestore }: SavedReportsProps) {
  const { say } = useSpeech();
  const [deleted, setDeleted] = useState<Report | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (done: Promise<void>, then: Report | null) => {
    setProblem(null);
    done.then(
      () => setDeleted(then),
      (error: unknown) => setProblem(reasonOf(error)),
    );
  };
  const newestFirst = [...reports].sort((a, b) => b.created.localeCompare(a.created));
  return (
    <section aria-labelledby="saved">
      <h2 id="saved">{say('report.saved')}</h2>
      {problem === null ? null : <Notice tone="alert">{say('shared.refused', { reason: problem })}</Notice>}
      {deleted === null ? null : (
        <Notice tone="plain">
          <span>{say('report.deleted', { quote: shorten(deleted.quote.exact) })}</span>{' '}
          <button type="button" class="button" data-action="undo" onClick={() => change(onRestore(deleted), null)}>
            {say('report.undo')}
          </button>
        </Notice>
      )}
      {newestFirst.length === 0 ? (
        <p class="hint">{say('report.saved.none')}</p>
      ) : (
        <button type="button" class="button" data-action="export-all" onClick={() => onExport(newestFirst)}>
          {say('report.export-all')}
        </button>
      )}
      <ul>
        {newestFirst.map((report) => (
          <ReportRow
            key={report.id}
            report={report}
            onExport={() => onExport([report])}
            onDelete={() => change(onDelete(report), report)}
          />
        ))}
      </ul>
    </section>
  );
}
