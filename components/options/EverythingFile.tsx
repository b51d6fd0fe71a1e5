/** Everything that is kept here to a file, and from one. What is wrong with a file is said, and nothing is then changed. */
import { useState } from 'preact/hooks';
import type { SettingsFault } from '../../lib/settings/settings-file';
import type { SayWord } from '../../lib/words/words';
import { Notice } from '../shared/Notice';
import { useSpeech } from '../shared/speech';
import { reasonOf } from '../shared/use-answer';

/** What became of a file: taken over, wrong in itself, or refused by the background. */
export type ImportOutcome =
  | { readonly kind: 'done'; readonly reports: number; readonly refusedReports: number }
  | { readonly kind: 'refused'; readonly reason: string }
  | SettingsFault;

export interface EverythingFileProps {
  /** Rejects where what is kept could not be read. */
  readonly onExport: () => Promise<void>;
  /** Takes the text of a file. */
  readonly onImport: (text: string) => Promise<ImportOutcome>;
}

function sayOutcome(outcome: ImportOutcome, file: string, say: SayWord): string {
  switch (outcome.kind) {
    case 'done':
      return outcome.refusedReports === 0
        ? say('options.import.done', { file, n: outcome.reports })
        : say('options.import.done-in-part', { file, n: outcome.refusedReports });
    case 'refused':
      return say('shared.refused', { reason: outcome.reason });
    case 'not-json':
      return say('options.import.not-json', { file });
    case 'not-settings':
      return say('options.import.not-settings', { file });
    case 'too-large':
      return say('options.import.too-large', { file });
    case 'bad-field':
      return say('options.import.bad-field', { file, field: outcome.field });
  }
}

export function EverythingFile({ onExport, onImport }: EverythingFileProps) {
  const { say } = useSpeech();
  const [last, setLast] = useState<{ readonly file: string; readonly outcome: ImportOutcome } | null>(null);
  const save = async () => {
    await onExport().then(
      () => setLast(null),
      (error: unknown) => setLast({ file: '', outcome: { kind: 'refused', reason: reasonOf(error) } }),
    );
  };
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file === undefined) return;
    const outcome = await file
      .text()
      .then(onImport, (error: unknown) => ({ kind: 'refused' as const, reason: reasonOf(error) }));
    // Emptied, so that choosing the same file again after mending it is noticed.
    input.value = '';
    setLast({ file: file.name, outcome });
  };
  return (
    <>
      <p class="hint">{say('options.file.hint')}</p>
      <div class="actions">
        <button type="button" class="button" data-action="export" onClick={() => void save()}>
          {say('options.export')}
        </button>
        <label class="button file">
          {say('options.import')}
          <input
            type="file"
            class="visually-hidden"
            accept="application/json,.json"
            onChange={(event) => void take(event.currentTarget)}
          />
        </label>
      </div>
      {last === null ? null : (
        <Notice tone={last.outcome.kind === 'done' ? 'plain' : 'alert'}>
          {sayOutcome(last.outcome, last.file, say)}
        </Notice>
      )}
    </>
  );
}
