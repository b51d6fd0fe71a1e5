/** One record, told plainly: proposition, status and how it came about, statements, where sources differ, what changed. */
import { useEffect, useRef } from 'preact/hooks';
import type { ClaimRecord } from '../../lib/messages/protocol';
import { sayDate } from '../../lib/words/dates';
import { StatusMark } from '../shared/StatusMark';
import { useSpeech } from '../shared/speech';
import { Contradictions } from './Contradictions';
import { RecordFacts } from './RecordFacts';
import { Statements } from './Statements';
import { wordsIn } from './words-in';

export interface RecordPageProps {
  /** What the address asked for. */
  readonly id: string;
  /** Null where the database holds no such record. */
  readonly found: ClaimRecord | null;
}

function RecordBody({ found }: { readonly found: ClaimRecord }) {
  const { say, lang } = useSpeech();
  const { card, record, uncounted, documents } = found;
  const status = card?.status ?? 'none';
  const contradictions = record.contradictions ?? [];
  return (
    <>
      <p class="how">
        <StatusMark status={status} />
      </p>
      <details>
        <summary>{say('database.how')}</summary>
        <p>{say(`status-rule.${status}`)}</p>
        <p class="hint">{say('database.how.rule')}</p>
      </details>
      <RecordFacts found={found} />
      {card === null ? null : (
        <section aria-labelledby="statements">
          <h2 id="statements">{say('database.statements')}</h2>
          <Statements statements={card.statements} />
        </section>
      )}
      {uncounted.length === 0 ? null : (
        <section aria-labelledby="uncounted">
          <h2 id="uncounted">{say('database.uncounted')}</h2>
          <p class="hint">{say('database.uncounted.hint')}</p>
          <Statements statements={uncounted} />
        </section>
      )}
      {contradictions.length === 0 ? null : (
        <section aria-labelledby="contradictions">
          <h2 id="contradictions">{say('database.contradictions')}</h2>
          <Contradictions contradictions={contradictions} documents={documents} />
        </section>
      )}
      <section aria-labelledby="history">
        <h2 id="history">{say('database.history')}</h2>
        <ol class="history">
          {record.history.map((row) => (
            <li key={`${row.date} ${row.what.en}`}>
              <time dateTime={row.date}>{sayDate(row.date, lang)}</time>
              <span>
                {say('database.history.row', { what: wordsIn(row.what, lang).text, why: wordsIn(row.why, lang).text })}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

export function RecordPage({ id, found }: RecordPageProps) {
  const { say, lang } = useSpeech();
  const title = useRef<HTMLHeadingElement>(null);
  // The address changed without a new document: the title takes the focus, so that a screen reader says where one is.
  useEffect(() => title.current?.focus(), [id]);
  const proposition = found === null ? null : wordsIn(found.record.proposition, lang);
  return (
    <main class="page database record">
      <nav aria-label={say('shared.pages')}>
        <a href="#/">← {say('database.back')}</a>
      </nav>
      {found === null || proposition === null ? (
        <h1 ref={title} tabIndex={-1}>
          {say('database.unknown', { id })}
        </h1>
      ) : (
        <>
          <h1 ref={title} tabIndex={-1} lang={proposition.lang} dir="auto">
            {proposition.text}
          </h1>
          <RecordBody found={found} />
        </>
      )}
    </main>
  );
}
