/**
 * The reports kept in this browser, newest first: searched, edited, shared or deleted; the last one deleted can be
 * brought back; reports from a file are added to them.
 */
import { useState } from 'preact/hooks';
import type { Report } from '../../lib/reports/report';
import { sayDate } from '../../lib/words/dates';
import { matchesSearch } from '../shared/fold-search';
import { Notice } from '../shared/Notice';
import { OutLink } from '../shared/OutLink';
import { useSpeech } from '../shared/speech';
import { reasonOf, sayReason, type Reason } from '../shared/reason';
import { ReportsFile, type ReportsFileProps } from './ReportsFile';
import { SharePanel, type Sharing } from './SharePanel';

export interface SavedReportsProps {
  readonly reports: readonly Report[];
  readonly sharing: Sharing;
  readonly onDelete: (report: Report) => Promise<void>;
  readonly onRestore: (report: Report) => Promise<void>;
  /** Takes the text of a file. */
  readonly onImport: ReportsFileProps['onImport'];
}

const SHORT_CHARS = 80;
/** From here on a search is worth its place. */
const SEARCH_FROM = 4;

function shorten(text: string): string {
  return text.length <= SHORT_CHARS ? text : `${text.slice(0, SHORT_CHARS).trimEnd()}…`;
}

const nameOf = ({ quote, sentence, title }: Report): string => shorten(quote.exact || sentence || (title ?? ''));

interface ReportRowProps {
  readonly report: Report;
  readonly onShare: () => void;
  readonly onDelete: () => void;
}

function ReportRow({ report, onShare, onDelete }: ReportRowProps) {
  const { say, lang } = useSpeech();
  const short = nameOf(report);
  return (
    <li class="saved-report" data-report={report.id} data-state={report.state}>
      {report.sentence === '' ? null : (
        <p class="sentence" dir="auto">
          {report.sentence}
        </p>
      )}
      {report.quote.exact === '' ? null : (
        <blockquote dir="auto" {...(report.lang === null ? {} : { lang: report.lang })}>
          {report.quote.exact}
        </blockquote>
      )}
      {report.note === '' ? null : (
        <p class="note" dir="auto">
          {report.note}
        </p>
      )}
      <p class="about">
        <span class="state" data-state={report.state}>
          {say(`report.state.${report.state}`)}
        </span>
        {report.about === 'claim' ? null : <span>{say(`report.about.${report.about}`)}</span>}
        <time dateTime={report.created}>{sayDate(report.created, lang)}</time>
        {report.url === '' ? null : <OutLink address={report.url}>{report.title ?? report.url}</OutLink>}
      </p>
      <div class="row-actions">
        <a class="quiet-button" href={`/report.html#${report.id}`} aria-label={say('report.edit.of', { quote: short })}>
          {say('report.edit')}
        </a>
        <button
          type="button"
          class="quiet-button"
          data-share-one={report.id}
          aria-label={say('report.share.of', { quote: short })}
          onClick={onShare}
        >
          {say('report.share')}
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

const matches = (report: Report, query: string): boolean =>
  matchesSearch(
    query,
    report.quote.exact,
    report.sentence,
    report.parties,
    report.figures,
    report.note,
    report.title ?? '',
    report.url,
  );

export function SavedReports({ reports, sharing, onDelete, onRestore, onImport }: SavedReportsProps) {
  const { say } = useSpeech();
  const [deleted, setDeleted] = useState<Report | null>(null);
  const [problem, setProblem] = useState<Reason | null>(null);
  const [query, setQuery] = useState('');
  const [shared, setShared] = useState<readonly string[]>([]);
  const change = (done: Promise<void>, then: Report | null) => {
    setProblem(null);
    done.then(
      () => setDeleted(then),
      (error: unknown) => setProblem(reasonOf(error)),
    );
  };
  const newestFirst = [...reports].sort((a, b) => b.created.localeCompare(a.created));
  const found = newestFirst.filter((report) => matches(report, query));
  const toShare = newestFirst.filter(({ id }) => shared.includes(id));
  return (
    <section aria-labelledby="saved">
      <h2 id="saved">{say('report.saved')}</h2>
      {problem === null ? null : (
        <Notice tone="alert">{say('shared.refused', { reason: sayReason(say, problem) })}</Notice>
      )}
      {deleted === null ? null : (
        <Notice tone="plain">
          <span>{say('report.deleted', { quote: nameOf(deleted) })}</span>{' '}
          <button type="button" class="button" data-action="undo" onClick={() => change(onRestore(deleted), null)}>
            {say('report.undo')}
          </button>
        </Notice>
      )}
      {newestFirst.length < SEARCH_FROM ? null : (
        <input
          type="search"
          class="field"
          data-field="search"
          aria-label={say('report.search')}
          placeholder={say('report.search')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <div class="actions">
        {found.length === 0 ? null : (
          <button
            type="button"
            class="button"
            data-action="share-all"
            onClick={() => setShared(found.map(({ id }) => id))}
          >
            {say('report.share-all', { n: found.length })}
          </button>
        )}
        <ReportsFile onImport={onImport} />
      </div>
      {newestFirst.length === 0 ? <p class="hint">{say('report.saved.none')}</p> : null}
      {newestFirst.length > 0 && found.length === 0 ? (
        <p role="status">{say('report.saved.no-match', { query })}</p>
      ) : null}
      {toShare.length === 0 ? null : (
        <SharePanel
          key={shared.join(' ')}
          reports={toShare}
          isPrivate={false}
          sharing={sharing}
          onClose={() => setShared([])}
        />
      )}
      <ul>
        {found.map((report) => (
          <ReportRow
            key={report.id}
            report={report}
            onShare={() => setShared([report.id])}
            onDelete={() => change(onDelete(report), report)}
          />
        ))}
      </ul>
    </section>
  );
}
