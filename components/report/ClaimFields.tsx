/** What a person says of a claim: it in one sentence, who, how many, what there is to show for it, a published review. */
import type { EvidenceKind, PublishedReview, ReportContent } from '../../lib/reports/report';
import { useSpeech } from '../shared/speech';
import { Field } from './Field';

const EVIDENCE: readonly EvidenceKind[] = ['statement', 'document', 'picture', 'data', 'witness', 'none'];
const NO_REVIEW: PublishedReview = { reviewer: '', url: '', verdict: '' };

export interface ClaimFieldsProps {
  readonly content: ReportContent;
  readonly onChange: (change: Partial<ReportContent>) => void;
  readonly isReviewFaulty: boolean;
}

export function EvidenceChoice({ content, onChange }: Pick<ClaimFieldsProps, 'content' | 'onChange'>) {
  const { say } = useSpeech();
  const turn = (kind: EvidenceKind, isIn: boolean) =>
    onChange({ evidence: EVIDENCE.filter((one) => (one === kind ? isIn : content.evidence.includes(one))) });
  return (
    <fieldset class="choices">
      <legend>{say('report.evidence')}</legend>
      {EVIDENCE.map((kind) => (
        <label class="check" key={kind}>
          <input
            type="checkbox"
            data-field={`evidence:${kind}`}
            checked={content.evidence.includes(kind)}
            onChange={(event) => turn(kind, event.currentTarget.checked)}
          />
          <span>{say(`report.evidence.${kind}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function ReviewFields({ content, onChange, isReviewFaulty }: ClaimFieldsProps) {
  const { say } = useSpeech();
  const review = content.review ?? NO_REVIEW;
  const change = (changed: Partial<PublishedReview>) => onChange({ review: { ...review, ...changed } });
  return (
    <details class="review" open={content.review !== null}>
      <summary>{say('report.review')}</summary>
      <p class="hint">{say('report.review.hint')}</p>
      <Field
        label={say('report.reviewer')}
        name="reviewer"
        value={review.reviewer}
        maxLength={200}
        onInput={(reviewer) => change({ reviewer })}
      />
      <Field
        label={say('report.review.url')}
        name="review-url"
        value={review.url}
        maxLength={4000}
        fault={isReviewFaulty ? say('report.review.bad') : null}
        onInput={(url) => change({ url: url.trim() })}
      />
      <Field
        label={say('report.verdict')}
        name="verdict"
        value={review.verdict}
        maxLength={200}
        hint={say('report.verdict.hint')}
        onInput={(verdict) => change({ verdict })}
      />
    </details>
  );
}

export function ClaimFields(props: ClaimFieldsProps) {
  const { say } = useSpeech();
  const { content, onChange } = props;
  return (
    <>
      <Field
        label={say('report.sentence')}
        name="sentence"
        value={content.sentence}
        maxLength={2000}
        rows={2}
        hint={say('report.sentence.hint')}
        onInput={(sentence) => onChange({ sentence })}
      />
      <div class="side-by-side">
        <Field
          label={say('report.parties')}
          name="parties"
          value={content.parties}
          maxLength={1000}
          hint={say('report.parties.hint')}
          onInput={(parties) => onChange({ parties })}
        />
        <Field
          label={say('report.figures')}
          name="figures"
          value={content.figures}
          maxLength={1000}
          hint={say('report.figures.hint')}
          onInput={(figures) => onChange({ figures })}
        />
      </div>
      <EvidenceChoice content={content} onChange={onChange} />
      <ReviewFields {...props} />
    </>
  );
}
