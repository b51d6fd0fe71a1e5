/**
 * The form of one report. Law: what the person typed stays on the page until they leave it, whatever storage does;
 * a private draft is never handed to `onSave`.
 */
import { useEffect, useId, useState } from 'preact/hooks';
import type { ReportDraft } from '../../lib/reports/report';
import { Notice } from '../shared/Notice';
import { safeHttpUrl } from '../shared/safe-http-url';
import { useSpeech } from '../shared/speech';
import { reasonOf } from '../shared/use-answer';
import { CapturedPage } from './CapturedPage';
import type { Filled } from './report-file';
import { emptyCapture, TypedPage } from './TypedPage';

export interface ReportFormProps {
  /** Null: an empty form to fill in by hand. */
  readonly draft: ReportDraft | null;
  /** The note to begin with: that of the saved report, where the draft was saved before. */
  readonly note?: string;
  /** True where the address named a draft that is no longer kept. */
  readonly isGone: boolean;
  /** Rejects where the report could not be kept. */
  readonly onSave: (filled: Filled) => Promise<void>;
  readonly onExport: (filled: Filled) => void;
  /** Rejects where the browser refuses the clipboard. */
  readonly onCopy: (filled: Filled) => Promise<void>;
}

type Outcome =
  | { readonly kind: 'saved' | 'copied' | 'copy-failed' }
  | { readonly kind: 'failed'; readonly reason: string };

function OutcomeLine({ outcome }: { readonly outcome: Outcome }) {
  const { say } = useSpeech();
  switch (outcome.kind) {
    case 'saved':
      return <Notice tone="plain">{say('report.save.done')}</Notice>;
    case 'copied':
      return <Notice tone="plain">{say('report.copy.done')}</Notice>;
    case 'copy-failed':
      return <Notice tone="alert">{say('report.copy.failed')}</Notice>;
    case 'failed':
      return <Notice tone="alert">{say('report.save.failed', { reason: outcome.reason })}</Notice>;
  }
}

/** Asks before the page is left with words that are kept nowhere else. */
function useLeaveGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', guard);
    return () => removeEventListener('beforeunload', guard);
  }, [isUnsaved]);
}

export function ReportForm({ draft, note: noteBefore = '', isGone, onSave, onExport, onCopy }: ReportFormProps) {
  const { say } = useSpeech();
  const id = useId();
  const [capture, setCapture] = useState(() => draft?.capture ?? emptyCapture());
  const [note, setNote] = useState(noteBefore);
  const [fault, setFault] = useState<'quote' | 'url' | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isUnsaved, setUnsaved] = useState(false);
  useLeaveGuard(isUnsaved);
  const isPrivate = draft?.isPrivate ?? false;
  const filled = { capture, note };

  /** A captured page was checked by the background; what was typed is checked here. */
  const isComplete = (): boolean => {
    const found =
      capture.quote.exact.trim() === ''
        ? 'quote'
        : draft === null && capture.url !== '' && safeHttpUrl(capture.url) === null
          ? 'url'
          : null;
    setFault(found);
    return found === null;
  };
  const save = () => {
    if (isPrivate || !isComplete()) return;
    onSave(filled).then(
      () => {
        setOutcome({ kind: 'saved' });
        setUnsaved(false);
      },
      (error: unknown) => setOutcome({ kind: 'failed', reason: reasonOf(error) }),
    );
  };
  const copy = () => {
    onCopy(filled).then(
      () => setOutcome({ kind: 'copied' }),
      () => setOutcome({ kind: 'copy-failed' }),
    );
  };
  const touch = () => {
    setUnsaved(true);
    setOutcome(null);
  };
  return (
    <form
      class="report-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {isGone ? <Notice tone="plain">{say('report.gone')}</Notice> : null}
      {isPrivate ? <Notice tone="plain">{say('report.private')}</Notice> : null}
      {draft === null ? (
        <TypedPage
          capture={capture}
          fault={fault}
          onChange={(changed) => {
            setCapture(changed);
            touch();
          }}
        />
      ) : (
        <CapturedPage capture={capture} />
      )}
      <label for={`${id}-note`}>{say('report.note')}</label>
      <textarea
        id={`${id}-note`}
        class="field"
        data-field="note"
        dir="auto"
        maxLength={20_000}
        value={note}
        aria-describedby={`${id}-note-hint`}
        onInput={(event) => {
          setNote(event.currentTarget.value);
          touch();
        }}
      />
      <p id={`${id}-note-hint`} class="hint">
        {say('report.note.hint')}
      </p>
      <div class="actions">
        {isPrivate ? null : (
          <button type="submit" class="button" data-primary data-action="save">
            {say('report.save')}
          </button>
        )}
        <button
          type="button"
          class="button"
          data-action="export"
          onClick={() => (isComplete() ? onExport(filled) : undefined)}
        >
          {say('report.export')}
        </button>
        <button type="button" class="button" data-action="copy" onClick={copy}>
          {say('report.copy')}
        </button>
      </div>
      {outcome === null ? null : <OutcomeLine outcome={outcome} />}
    </form>
  );
}
