/** "Why this note?": the page's own words that filled each part of the claim, and how sure the match is. */
import type { Evidence, Finding } from '../../lib/engine/types';
import type { Say } from '../../lib/words/say';

const ROLE_KEYS: Readonly<Record<string, string>> = {
  action: 'card.role.action',
  object: 'card.role.object',
  giver: 'card.role.giver',
  receiver: 'card.role.receiver',
  party: 'card.role.party',
  count: 'card.role.count',
  topic: 'card.role.topic',
  cue: 'card.role.cue',
  place: 'card.role.place',
  purpose: 'card.role.purpose',
  other: 'card.role.other',
  date: 'card.role.date',
  value: 'card.role.value',
  model: 'card.role.model',
};

/** A part that a later engine names and these words do not know is shown under its own name. */
export const sayRole = (role: string, say: Say): string => {
  const key = ROLE_KEYS[role];
  return key === undefined ? role : say(key);
};

interface WhyProps {
  readonly finding: Finding;
  readonly say: Say;
  readonly id: string;
  /** The reader says that these words do not make the claim. */
  readonly onWrong: () => void;
}

export function Why({ finding, say, id, onWrong }: WhyProps) {
  return (
    <dl class="why" id={id}>
      <dt>{say('card.why.quote')}</dt>
      <dd>
        <q>
          <bdi>{finding.quote}</bdi>
        </q>
      </dd>
      {finding.evidence.map((evidence, i) => (
        <Part key={i} evidence={evidence} say={say} />
      ))}
      <dd class="sure">{say('card.why.sure', { percent: Math.round(finding.confidence * 100) })}</dd>
      <dd>
        <button type="button" class="plain" onClick={onWrong}>
          {say('card.report.wrong-mark')}
        </button>
      </dd>
    </dl>
  );
}

function Part({ evidence, say }: { readonly evidence: Evidence; readonly say: Say }) {
  return (
    <>
      <dt>{sayRole(evidence.role, say)}</dt>
      <dd>
        <bdi>{evidence.text}</bdi>
        {evidence.start === null && <span class="before"> ({say('card.why.before')})</span>}
      </dd>
    </>
  );
}
