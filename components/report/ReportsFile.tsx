/**
 * Reports from a file: our own JSON, Web Annotations, ClaimReviews. What could not be taken is said, entry by entry. A
 * file may be a stranger's: phrases in it, which would mark pages as the reader's own claims do, are asked about first.
 */
import { useRef, useState } from 'preact/hooks';
import type { ReportsRead } from '../../lib/reports/read-file';
import type { LeftOut, Report } from '../../lib/reports/report';
import { Notice } from '../shared/Notice';
import { useSpeech } from '../shared/speech';
import { reasonOf, sayReason, type Reason } from '../shared/reason';

export type ImportedReports =
  | { readonly kind: 'done'; readonly taken: number; readonly left: readonly LeftOut[] }
  /** Nothing was added yet: these would mark pages. */
  | { readonly kind: 'asks'; readonly marking: readonly Report[] }
  | { readonly kind: 'refused'; readonly reason: Reason }
  | { readonly kind: Extract<ReportsRead, { readonly ok: false }>['fault'] };

/** What to do with the phrases of a file. */
export type TakePhrases = 'ask' | 'take' | 'leave';

export interface ReportsFileProps {
  readonly onImport: (text: string, phrases: TakePhrases) => Promise<ImportedReports>;
}

const MOST_SHOWN = 8;

interface OutcomeProps {
  readonly file: string;
  readonly outcome: ImportedReports;
  /** Null: add nothing. */
  readonly onAnswer: (phrases: 'take' | 'leave' | null) => void;
}

function Outcome({ file, outcome, onAnswer }: OutcomeProps) {
  const { say } = useSpeech();
  switch (outcome.kind) {
    case 'asks':
      return (
        <Notice tone="plain">
          <p>{say('report.import.marks', { n: outcome.marking.length, file })}</p>
          <ul>
            {outcome.marking.slice(0, MOST_SHOWN).map(({ id, marking }) => (
              <li key={id} dir="auto">
                {marking?.phrases.join(' · ')}
              </li>
            ))}
            {outcome.marking.length > MOST_SHOWN ? <li>…</li> : null}
          </ul>
          <p>{say('report.import.marks.trust')}</p>
          <p class="actions">
            {(['take', 'leave', null] as const).map((phrases) => (
              <button
                type="button"
                class="button"
                key={phrases}
                data-phrases={phrases ?? 'none'}
                onClick={() => onAnswer(phrases)}
              >
                {say(`report.import.marks.${phrases ?? 'none'}`)}
              </button>
            ))}
          </p>
        </Notice>
      );
    case 'done':
      return (
        <Notice tone="plain">
          <p>{say('report.import.done', { n: outcome.taken, file })}</p>
          {outcome.left.length === 0 ? null : (
            <ul>
              {outcome.left.map(({ entry, reason }) => (
                <li key={entry}>{say('report.import.left', { entry, reason })}</li>
              ))}
            </ul>
          )}
        </Notice>
      );
    case 'refused':
      return <Notice tone="alert">{say('shared.refused', { reason: sayReason(say, outcome.reason) })}</Notice>;
    case 'not-json':
    case 'not-reports':
    case 'too-large':
      return <Notice tone="alert">{say(`report.import.${outcome.kind}`, { file })}</Notice>;
  }
}

interface Last {
  readonly file: string;
  readonly text: string;
  readonly outcome: ImportedReports;
}

export function ReportsFile({ onImport }: ReportsFileProps) {
  const { say } = useSpeech();
  const [last, setLast] = useState<Last | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: string, text: string, phrases: TakePhrases) => {
    const outcome = await onImport(text, phrases).catch((error: unknown) => refusalOf(error));
    setLast({ file, text, outcome });
  };
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    await file.text().then(
      (text) => take(file.name, text, 'ask'),
      (error: unknown) => setLast({ file: file.name, text: '', outcome: refusalOf(error) }),
    );
  };
  const answer = ({ file, text }: Last, phrases: 'take' | 'leave' | null) => {
    // The buttons go: whoever came by keyboard is where the file was chosen.
    input.current?.focus();
    if (phrases === null) setLast(null);
    else void take(file, text, phrases);
  };
  return (
    <>
      <label class="button file">
        {say('report.import')}
        <input
          type="file"
          ref={input}
          class="visually-hidden"
          data-field="import"
          accept=".json,.jsonld,application/json,application/ld+json"
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0]);
            // Emptied, so that choosing the same file again after mending it is noticed.
            event.currentTarget.value = '';
          }}
        />
      </label>
      {last === null ? null : <Outcome {...last} onAnswer={(phrases) => answer(last, phrases)} />}
    </>
  );
}

const refusalOf = (error: unknown): ImportedReports => ({ kind: 'refused', reason: reasonOf(error) });
