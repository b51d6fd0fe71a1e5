/**
 * The form of one report. Law: what the person typed stays on the page until they leave it, whatever storage does;
 * a private draft is never handed to `onKeep`.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MarkingPreview, NearClaim } from '../../lib/messages/protocol';
import type { Report, ReportContent, ReportState } from '../../lib/reports/report';
import { Notice } from '../shared/Notice';
import { safeHttpUrl } from '../shared/safe-http-url';
import { useSpeech } from '../shared/speech';
import { useTurn } from '../shared/turn';
import { reasonOf, sayReason, type Reason } from '../shared/reason';
import { CapturedPage } from './CapturedPage';
import { ClaimFields, EvidenceChoice } from './ClaimFields';
import { Field } from './Field';
import { MarkingFields, type MarkingFieldsProps } from './MarkingFields';
import { NearClaims } from './NearClaims';
import { SharePanel, type Sharing } from './SharePanel';
import { TypedPage } from './TypedPage';
import { useKept } from './use-kept';

export interface ReportFormProps {
  /** What the form begins with. */
  readonly content: ReportContent;
  readonly state: ReportState;
  /** The facts of the page are typed by hand: nothing was captured. */
  readonly isTyped: boolean;
  /** True where the address named a draft that is no longer kept. */
  readonly isGone: boolean;
  readonly isPrivate: boolean;
  readonly fullUrl: string;
  /** The known claim that a card was about, in one sentence; null where the report is not about a card. */
  readonly subject: string | null;
  readonly toReport: (content: ReportContent, state: ReportState) => Report;
  /** Rejects where the report could not be kept. */
  readonly onKeep: (report: Report) => Promise<void>;
  /** Empty where they could not be asked for: the form is whole without them. */
  readonly onNear: (text: string, lang: string | null) => Promise<readonly NearClaim[]>;
  readonly sharing: Sharing;
  readonly marking: Pick<MarkingFieldsProps, 'onSuggest'> & {
    readonly onPreview: (report: Report, texts: readonly string[]) => Promise<MarkingPreview>;
  };
}

type Outcome =
  | { readonly kind: 'saved' | 'copied' | 'copy-failed' }
  | { readonly kind: 'failed'; readonly reason: Reason };

type Fault = 'quote' | 'url' | 'review';

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
      return <Notice tone="alert">{say('report.save.failed', { reason: sayReason(say, outcome.reason) })}</Notice>;
  }
}

const NEAR_REST_MS = 400;

/** The known claims that the words may tell, asked for when the typing rests. */
function useNear({ content, onNear }: Pick<ReportFormProps, 'onNear' | 'content'>): readonly NearClaim[] {
  const [near, setNear] = useState<readonly NearClaim[]>([]);
  const text = `${content.quote.exact}\n${content.sentence}`.trim();
  const { lang, about } = content;
  useEffect(() => {
    if (text === '' || about !== 'claim') return undefined;
    let isOld = false;
    const take = (claims: readonly NearClaim[]) => (isOld ? undefined : setNear(claims));
    const timer = setTimeout(() => {
      void onNear(text, lang).then(take);
    }, NEAR_REST_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [text, lang, about, onNear]);
  return near;
}

function findFault({ quote, url, review }: ReportContent, isTyped: boolean): Fault | null {
  if (quote.exact.trim() === '') return 'quote';
  if (isTyped && url !== '' && safeHttpUrl(url) === null) return 'url';
  if (review === null || `${review.reviewer}${review.url}${review.verdict}`.trim() === '') return null;
  return safeHttpUrl(review.url) === null ? 'review' : null;
}

export function ReportForm(props: ReportFormProps) {
  const { say } = useSpeech();
  const { isTyped, isGone, isPrivate, fullUrl, subject, toReport, onKeep, onNear, sharing } = props;
  const [content, setContent] = useState(props.content);
  const [state, setState] = useState(props.state);
  const [fault, setFault] = useState<Fault | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const turn = useTurn(outcome);
  const [shared, setShared] = useState<Report | null>(null);
  const hadQuote = useRef(!isTyped && props.content.quote.exact !== '');
  const near = useNear({ content, onNear });
  // A review that is half typed is left out of what is kept, since it would not pass the check.
  const keepable = (): ReportContent =>
    findFault(content, isTyped) === 'review' ? { ...content, review: null } : content;
  const isKeepable = findFault(content, isTyped) !== 'url';
  const fail = (error: unknown) => setOutcome({ kind: 'failed', reason: reasonOf(error) });
  const kept = useKept(isPrivate || !isKeepable ? null : () => onKeep(toReport(keepable(), state)), fail);

  const change = (changed: Partial<ReportContent>) => {
    setContent((before) => ({ ...before, ...changed }));
    setOutcome(null);
    setShared(null);
    kept.touch();
  };
  const isComplete = (): boolean => {
    const found = findFault(content, isTyped);
    setFault(found);
    return found === null;
  };
  /** Kept as ready, unless it was shared already. */
  const save = (then: (report: Report) => void) => {
    if (!isComplete()) return;
    const next = state === 'draft' ? 'ready' : state;
    const report = toReport(content, next);
    if (isPrivate) {
      then(report);
      return;
    }
    kept
      .keepNow(() => onKeep(report))
      .then(() => {
        setState(next);
        then(report);
      }, fail);
  };
  const copy = () => {
    sharing.onCopy(sharing.toText(toReport(content, state))).then(
      () => setOutcome({ kind: 'copied' }),
      () => setOutcome({ kind: 'copy-failed' }),
    );
  };
  return (
    <>
      <form
        class="report-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPrivate) save(() => setOutcome({ kind: 'saved' }));
        }}
      >
        {isGone ? <Notice tone="plain">{say('report.gone')}</Notice> : null}
        {isPrivate ? <Notice tone="plain">{say('report.private')}</Notice> : null}
        {subject === null ? null : (
          <p class="subject">
            <b>{say(`report.about.${content.about}`)}</b> <span dir="auto">{subject}</span>
          </p>
        )}
        {isTyped ? (
          <TypedPage capture={content} fault={fault === 'review' ? null : fault} onChange={change} />
        ) : (
          <CapturedPage
            capture={content}
            fullUrl={fullUrl}
            fault={fault === 'quote' ? fault : null}
            hasQuote={hadQuote.current}
            onChange={change}
          />
        )}
        {content.about === 'claim' ? (
          <>
            <NearClaims claims={near} attached={content.claim} onAttach={(claim) => change({ claim })} />
            <ClaimFields content={content} onChange={change} isReviewFaulty={fault === 'review'} />
            {isPrivate ? null : (
              <MarkingFields
                content={content}
                onChange={change}
                onSuggest={props.marking.onSuggest}
                onPreview={(marked, texts) =>
                  props.marking.onPreview(toReport({ ...marked, review: null }, state), texts)
                }
              />
            )}
          </>
        ) : null}
        {content.about === 'missing-statement' ? <EvidenceChoice content={content} onChange={change} /> : null}
        <Field
          label={say('report.note')}
          name="note"
          value={content.note}
          maxLength={20_000}
          rows={3}
          hint={say(`report.note.hint.${content.about}`)}
          onInput={(note) => change({ note })}
        />
        <div class="actions">
          {isPrivate ? null : (
            <button type="submit" class="button" data-primary data-action="save">
              {say('report.save')}
            </button>
          )}
          <button type="button" class="button" data-action="share" onClick={() => save(setShared)}>
            {say(isPrivate ? 'report.export' : 'report.share')}
          </button>
          <button type="button" class="button" data-action="copy" onClick={copy}>
            {say('report.copy')}
          </button>
          {isPrivate ? null : <KeptLine state={state} isUnsaved={kept.isUnsaved} />}
        </div>
        {outcome === null ? null : <OutcomeLine key={turn} outcome={outcome} />}
      </form>
      {shared === null ? null : (
        <SharePanel
          reports={[shared]}
          isPrivate={isPrivate}
          sharing={{
            ...sharing,
            onShared: (reports) => {
              setState('shared');
              return sharing.onShared(reports);
            },
          }}
          onClose={() => setShared(null)}
        />
      )}
    </>
  );
}

/** Whether what stands in the form is kept, and as what. */
function KeptLine({ state, isUnsaved }: { readonly state: ReportState; readonly isUnsaved: boolean }) {
  const { say } = useSpeech();
  return (
    <small data-kept={isUnsaved ? 'no' : 'yes'}>
      {isUnsaved ? say('report.unsaved') : say(`report.state.${state}`)}
    </small>
  );
}
