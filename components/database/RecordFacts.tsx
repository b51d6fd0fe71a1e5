/** The plain facts of a record, a row each, only those that it has. */
import type { ComponentChildren } from 'preact';
import type { ClaimRecord } from '../../lib/messages/protocol';
import { sayDate } from '../../lib/words/dates';
import { useSpeech } from '../shared/speech';
import { claimAddress } from './ClaimTable';
import { wordsIn } from './words-in';

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function RecordFacts({ found }: { readonly found: ClaimRecord }) {
  const { say, lang } = useSpeech();
  const { card, record } = found;
  const { topic, rung, firstReport, supersededBy } = record;
  const first = firstReport === undefined ? null : wordsIn(firstReport.by, lang);
  const origin = card?.origin ?? [];
  return (
    <dl class="facts">
      <Fact name={say('database.topic')}>{say(`topic.${topic}`)}</Fact>
      {rung === undefined ? null : <Fact name={say('database.rung')}>{say(`rung.${rung}`)}</Fact>}
      {first === null ? null : (
        <Fact name={say('database.first-report')}>
          <span lang={first.lang}>{first.text}</span>
          {firstReport?.date === undefined ? null : (
            <>, {<time dateTime={firstReport.date}>{sayDate(firstReport.date, lang)}</time>}</>
          )}
        </Fact>
      )}
      {origin.length === 0 ? null : (
        <Fact name={say('database.origin')}>
          <ol class="chain">
            {origin.map((teller) => (
              <li key={teller} dir="auto">
                {teller}
              </li>
            ))}
          </ol>
        </Fact>
      )}
      {supersededBy === undefined ? null : (
        <Fact name={say('database.superseded-by')}>
          <a href={claimAddress(supersededBy)}>{supersededBy}</a>
        </Fact>
      )}
      <Fact name={say('database.id')}>
        <code>{record.id}</code>
      </Fact>
    </dl>
  );
}
