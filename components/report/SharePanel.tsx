/**
 * How reports leave: one kind at a time, with a preview of exactly what leaves, and one labelled control a way.
 * Nothing leaves before that control is pressed.
 */
import { useId, useState } from 'preact/hooks';
import type { Report } from '../../lib/reports/report';
import { listShareKinds, makeShareForm, type ShareForm, type ShareKind } from '../../lib/reports/share/forms';
import { isIssueAddress } from '../../lib/reports/share/links';
import { reportToText } from '../../lib/reports/share/markdown';
import type { SayWord } from '../../lib/words/words';
import { FormChoice } from '../shared/FormChoice';
import { Notice } from '../shared/Notice';
import { useSpeech } from '../shared/speech';
import { useTurn } from '../shared/turn';
import { reasonOf, sayReason, type Reason } from '../shared/reason';
import { Field } from './Field';
import { reportWords } from './report-words';

/** What sharing needs of the browser and of the settings. */
export interface Sharing {
  /** Where a new issue is opened; empty where none is set. */
  readonly issueAddress: string;
  readonly onIssueAddress: (address: string) => Promise<void>;
  readonly onFile: (name: string, text: string, type: string) => void;
  /** Rejects where the browser refuses the clipboard. */
  readonly onCopy: (text: string) => Promise<void>;
  /** The browser's own sharing; null where it has none. */
  readonly onWebShare: ((title: string, text: string) => Promise<void>) | null;
  /** These left: they are kept as shared. */
  readonly onShared: (reports: readonly Report[]) => Promise<void>;
  readonly toText: (report: Report) => string;
}

/** The plain text of a report in the reader's language. */
export const textWith =
  (say: SayWord) =>
  (report: Report): string =>
    reportToText(report, reportWords(say));

export interface SharePanelProps {
  readonly reports: readonly Report[];
  readonly isPrivate: boolean;
  readonly sharing: Sharing;
  readonly onClose: () => void;
}

type Outcome = { readonly kind: 'done' | 'copied' } | { readonly kind: 'failed'; readonly reason: Reason };

interface WaysProps {
  readonly form: ShareForm;
  readonly sharing: Sharing;
  readonly onDone: (outcome: Outcome) => void;
}

/** The one or two controls of a kind. */
function Ways({ form, sharing, onDone }: WaysProps) {
  const { say } = useSpeech();
  const { kind, file, text, address } = form;
  const failed = (error: unknown) => onDone({ kind: 'failed', reason: reasonOf(error) });
  const { onWebShare } = sharing;
  return (
    <div class="actions">
      {address === null ? null : (
        <a
          class="button"
          data-primary
          data-action="open-address"
          href={address}
          {...(kind === 'issue' ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
          onClick={() => onDone({ kind: 'done' })}
        >
          {kind === 'issue' ? say('share.open', { host: new URL(address).host }) : say('share.mail')}
        </a>
      )}
      {file === null ? null : (
        <button
          type="button"
          class="button"
          data-primary
          data-action="save-file"
          onClick={() => {
            sharing.onFile(file.name, text, file.type);
            onDone({ kind: 'done' });
          }}
        >
          {say('share.file', { file: file.name })}
        </button>
      )}
      <button
        type="button"
        class="button"
        data-action="copy-form"
        onClick={() => void sharing.onCopy(text).then(() => onDone({ kind: 'copied' }), failed)}
      >
        {say('share.copy')}
      </button>
      {kind === 'text' && onWebShare !== null ? (
        <button
          type="button"
          class="button"
          data-action="web-share"
          onClick={() => void onWebShare(say('report.title'), text).then(() => onDone({ kind: 'done' }), failed)}
        >
          {say('share.web')}
        </button>
      ) : null}
    </div>
  );
}

function IssueAddress({ sharing }: { readonly sharing: Sharing }) {
  const { say } = useSpeech();
  const [address, setAddress] = useState(sharing.issueAddress);
  const [fault, setFault] = useState<string | null>(null);
  const save = () => {
    if (address !== '' && !isIssueAddress(address)) {
      setFault(say('share.issue.bad'));
      return;
    }
    sharing.onIssueAddress(address).then(
      () => setFault(null),
      (error: unknown) => setFault(sayReason(say, reasonOf(error))),
    );
  };
  return (
    <div class="issue-address">
      <Field
        label={say('share.issue.address')}
        name="issue-address"
        value={address}
        maxLength={1000}
        hint={say('share.issue.hint')}
        fault={fault}
        onInput={(typed) => setAddress(typed.trim())}
      />
      <button type="button" class="button" data-action="keep-issue-address" onClick={save}>
        {say('share.issue.keep')}
      </button>
    </div>
  );
}

export function SharePanel({ reports, isPrivate, sharing, onClose }: SharePanelProps) {
  const { say } = useSpeech();
  const id = useId();
  const kinds = listShareKinds(reports, isPrivate);
  const [kind, setKind] = useState<ShareKind>('json');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const turn = useTurn(outcome);
  const form = makeShareForm(kind, reports, reportWords(say), sharing.issueAddress);
  const done = (next: Outcome) => {
    setOutcome(next);
    if (next.kind === 'failed' || isPrivate) return;
    sharing.onShared(reports).catch((error: unknown) => setOutcome({ kind: 'failed', reason: reasonOf(error) }));
  };
  return (
    <section class="share" aria-labelledby={`${id}-title`} data-share>
      <h2 id={`${id}-title`}>{say('share.title', { n: reports.length })}</h2>
      <FormChoice
        forms={kinds}
        chosen={kind}
        nameOf={(one) => say(`share.kind.${one}`)}
        onChoose={(one) => {
          setKind(one);
          setOutcome(null);
        }}
        text={form?.text ?? null}
        rows={10}
      >
        {kind === 'issue' ? <IssueAddress sharing={sharing} /> : null}
      </FormChoice>
      {form === null ? null : (
        <>
          <p class="hint">{say(form.address === null ? 'share.preview.file' : 'share.preview.address')}</p>
          {form.isCut ? <Notice tone="plain">{say('share.cut')}</Notice> : null}
          <Ways form={form} sharing={sharing} onDone={done} />
        </>
      )}
      {outcome === null ? null : (
        <Notice key={turn} tone={outcome.kind === 'failed' ? 'alert' : 'plain'}>
          {outcome.kind === 'failed'
            ? say('share.failed', { reason: sayReason(say, outcome.reason) })
            : say(`share.${outcome.kind}`)}
        </Notice>
      )}
      <button type="button" class="quiet-button" data-action="close-share" onClick={onClose}>
        {say('share.close')}
      </button>
    </section>
  );
}
