/** Statements of a claim under a heading for each kind: who, in which office, when, what, and where it is published. */
import type { StatementKind } from '../../lib/engine/pack/schema';
import type { CardDocument, CardStatement } from '../../lib/messages/protocol';
import { addressOf } from '../../lib/records/route';
import { sayDate } from '../../lib/words/dates';
import { OutLink } from '../shared/OutLink';
import { useSpeech } from '../shared/speech';

/** What speaks against comes first, since the pages around us tell the claim. A record, so that a new kind has its place. */
const ORDER: Readonly<Record<StatementKind, number>> = {
  denial: 0,
  doubt: 1,
  confirmation: 2,
  support: 3,
  comment: 4,
  report: 5,
};

export function DocumentList({ documents }: { readonly documents: readonly CardDocument[] }) {
  const { say } = useSpeech();
  return (
    <ul class="documents">
      {documents.map((document) => (
        <li key={`${document.source} ${document.url ?? ''} ${document.title ?? ''}`}>
          <OutLink address={document.url} lang={document.title === null ? null : document.lang}>
            {document.title ?? document.source}
          </OutLink>{' '}
          <small>
            {document.title === null ? '' : `${document.source}, `}
            {say(`source-kind.${document.kind}`)}
            {document.url === null ? `, ${say('statement.no-link')}` : ''}
          </small>
        </li>
      ))}
    </ul>
  );
}

interface StatementRowProps {
  readonly statement: CardStatement;
  /** Whose page the name leads to; undefined where it is told elsewhere. */
  readonly speakerId: string | undefined;
}

function StatementRow({ statement, speakerId }: StatementRowProps) {
  const { say, lang } = useSpeech();
  const { speaker, office, date, scope, summary, documents } = statement;
  return (
    <li class="statement" data-statement={statement.id}>
      <p class="who">
        <span>
          <b dir="auto">
            {speakerId === undefined ? (
              speaker
            ) : (
              <a href={addressOf({ view: 'speaker', id: speakerId, only: 'all' })}>{speaker}</a>
            )}
          </b>
          {office === null ? null : (
            <>
              {' '}
              <small dir="auto">{office}</small>
            </>
          )}
        </span>
        <small>{date === null ? say('statement.undated') : <time dateTime={date}>{sayDate(date, lang)}</time>}</small>
      </p>
      <p dir="auto">{summary}</p>
      {scope === null ? null : (
        <p class="hint" dir="auto">
          {say('statement.scope', { scope })}
        </p>
      )}
      <DocumentList documents={documents} />
    </li>
  );
}

export interface StatementsProps {
  readonly statements: readonly CardStatement[];
  /** Speakers' ids by statement. */
  readonly speakers: ReadonlyMap<string, string>;
}

export function Statements({ statements, speakers }: StatementsProps) {
  const { say } = useSpeech();
  const kinds = [...new Set(statements.map(({ kind }) => kind))].sort((a, b) => ORDER[a] - ORDER[b]);
  return kinds.map((kind) => (
    <div key={kind} class="statements" data-kind={kind}>
      <h3>{say(`statement-kind.${kind}`)}</h3>
      <ul>
        {statements
          .filter((statement) => statement.kind === kind)
          .map((statement) => (
            <StatementRow key={statement.id} statement={statement} speakerId={speakers.get(statement.id)} />
          ))}
      </ul>
    </div>
  ));
}
