/** Statements over time, each with the claim that it is about: the body of a speaker's and of a source's page. */
import type { SaidRow } from '../../lib/messages/protocol';
import { claimAddress } from '../../lib/records/route';
import { sayDate } from '../../lib/words/dates';
import { StatusMark } from '../shared/StatusMark';
import { useSpeech } from '../shared/speech';
import { DocumentList } from './Statements';

export interface SaidListProps {
  readonly said: readonly SaidRow[];
  /** Where the page is not about one speaker, each row says who spoke. */
  readonly withSpeaker: boolean;
}

export function SaidList({ said, withSpeaker }: SaidListProps) {
  const { say, lang } = useSpeech();
  return (
    <ol class="said">
      {said.map(({ claim, proposition, status, statement }) => (
        <li key={`${claim} ${statement.id}`} data-said={`${claim}/${statement.id}`}>
          <p class="who">
            <span>
              <b>{say(`timeline.kind.${statement.kind}`)}</b>
              {withSpeaker ? <span dir="auto"> {statement.speaker}</span> : null}
            </span>
            <small>
              {statement.date === null ? (
                say('statement.undated')
              ) : (
                <time dateTime={statement.date}>{sayDate(statement.date, lang)}</time>
              )}
            </small>
          </p>
          <p dir="auto">{statement.summary}</p>
          {statement.scope === null ? null : (
            <p class="hint" dir="auto">
              {say('statement.scope', { scope: statement.scope })}
            </p>
          )}
          <p class="about">
            <a href={claimAddress(claim)} dir="auto">
              {proposition}
            </a>{' '}
            <StatusMark status={status} />
          </p>
          <DocumentList documents={statement.documents} />
        </li>
      ))}
    </ol>
  );
}
