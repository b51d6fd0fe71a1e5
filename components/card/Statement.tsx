/** One statement in a card: who, in which office, when, what, and every page that carries it. Its group says the kind. */
import type { CardDocument, CardStatement } from '../../lib/messages/protocol';
import type { Say } from '../../lib/words/say';
import { sayDate } from '../../lib/words/dates';
import { safeHttpUrl } from '../shared/safe-http-url';

export interface StatementProps {
  readonly statement: CardStatement;
  readonly say: Say;
  readonly lang: 'en' | 'ru' | 'kk';
}

export function Statement({ statement, say, lang }: StatementProps) {
  const { speaker, office, date, scope, summary, documents } = statement;
  return (
    <li class="statement">
      <div class="said-by">
        <bdi class="who">{speaker}</bdi>
        <span class="when">
          {date === null ? say('card.undated') : <time dateTime={date}>{sayDate(date, lang)}</time>}
        </span>
        {office !== null && <span class="office">{office}</span>}
      </div>
      <p>
        {summary}
        {scope !== null && <span class="scope">{say('card.scope', { scope })}</span>}
        <span class="sources">
          {documents.map((document, i) => (
            <Source key={`${i} ${document.source}`} document={document} say={say} />
          ))}
        </span>
      </p>
    </li>
  );
}

function Source({ document, say }: { readonly document: CardDocument; readonly say: Say }) {
  const address = safeHttpUrl(document.url);
  const title = document.title ?? undefined;
  if (address === null) {
    return (
      <span class="source" title={title}>
        {document.source} <span class="unseen">({say('card.no-address')})</span>
      </span>
    );
  }
  return (
    <a class="source" href={address} target="_blank" rel="noopener noreferrer" title={title}>
      {document.source}
      <span aria-hidden="true">&nbsp;↗</span>
      <span class="unseen"> ({say('card.new-tab')})</span>
    </a>
  );
}
