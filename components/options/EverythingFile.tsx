/** What is kept here to a file, and from one. What is wrong with a file is said, and nothing is then changed. */
import { useState } from 'preact/hooks';
import type { SettingsFault } from '../../lib/settings/settings-file';
import type { SayWord } from '../../lib/words/words';
import { Notice } from '../shared/Notice';
import { useSpeech } from '../shared/speech';
import { reasonOf, sayReason, type Reason } from '../shared/reason';

/** What became of a file: taken over, written, wrong in itself, or refused by the background. */
export type ImportOutcome =
  | {
      readonly kind: 'done';
      readonly reports: number;
      readonly refusedReports: number;
      /** Names of packs that stood beside the settings and are not loaded here. */
      readonly packs: readonly string[];
    }
  /** Written, with these packs only named in it. */
  | { readonly kind: 'exported'; readonly packs: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** So many reports were added, the settings are those that were there. */
  | { readonly kind: 'stopped'; readonly reports: number; readonly reason: Reason }
  | SettingsFault;

export interface EverythingFileProps {
  /** Gives the names of the packs that are not in the file; rejects where what is kept could not be read. */
  readonly onExport: () => Promise<readonly string[]>;
  /** Takes the text of a file. */
  readonly onImport: (text: string) => Promise<ImportOutcome>;
}

function sayOutcome(outcome: ImportOutcome, file: string, say: SayWord): string {
  switch (outcome.kind) {
    case 'done': {
      const { reports, refusedReports, packs } = outcome;
      const done =
        refusedReports === 0
          ? say('options.import.done', { file, n: reports })
          : say('options.import.done-in-part', { file, n: refusedReports });
      return packs.length === 0 ? done : `${done} ${say('options.import.packs', { packs: packs.join(', ') })}`;
    }
    case 'exported':
      return say('options.export.without', { file, packs: outcome.packs.join(', ') });
    case 'refused':
      return say('shared.refused', { reason: sayReason(say, outcome.reason) });
    case 'stopped':
      return say('options.import.stopped', {
        file,
        n: outcome.reports,
        reason: sayReason(say, outcome.reason),
      });
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
      (packs) => setLast(packs.length === 0 ? null : { file: 'dalel.json', outcome: { kind: 'exported', packs } }),
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
        <Notice tone={last.outcome.kind === 'done' || last.outcome.kind === 'exported' ? 'plain' : 'alert'}>
          {sayOutcome(last.outcome, last.file, say)}
        </Notice>
      )}
    </>
  );
}
