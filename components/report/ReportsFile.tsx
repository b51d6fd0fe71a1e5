/** Reports from a file: our own JSON, Web Annotations, ClaimReviews. What could not be taken is said, entry by entry. */
import { useState } from 'preact/hooks';
import type { ReportsRead } from '../../lib/reports/read-file';
import type { LeftOut } from '../../lib/reports/report';
import { Notice } from '../shared/Notice';
import { useSpeech } from '../shared/speech';
import { reasonOf, sayReason, type Reason } from '../shared/reason';

export type ImportedReports =
  | { readonly kind: 'done'; readonly taken: number; readonly left: readonly LeftOut[] }
  | { readonly kind: 'refused'; readonly reason: Reason }
  | { readonly kind: Extract<ReportsRead, { readonly ok: false }>['fault'] };

export interface ReportsFileProps {
  readonly onImport: (text: string) => Promise<ImportedReports>;
}

function Outcome({ file, outcome }: { readonly file: string; readonly outcome: ImportedReports }) {
  const { say } = useSpeech();
  switch (outcome.kind) {
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

export function ReportsFile({ onImport }: ReportsFileProps) {
  const { say } = useSpeech();
  const [last, setLast] = useState<{ readonly file: string; readonly outcome: ImportedReports } | null>(null);
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file === undefined) return;
    const outcome = await file
      .text()
      .then(onImport)
      .catch((error: unknown) => ({ kind: 'refused' as const, reason: reasonOf(error) }));
    // Emptied, so that choosing the same file again after mending it is noticed.
    input.value = '';
    setLast({ file: file.name, outcome });
  };
  return (
    <>
      <label class="button file">
        {say('report.import')}
        <input
          type="file"
          class="visually-hidden"
          data-field="import"
          accept=".json,.jsonld,application/json,application/ld+json"
          onChange={(event) => void take(event.currentTarget)}
        />
      </label>
      {last === null ? null : <Outcome {...last} />}
    </>
  );
}
