/** One statement in a card: who, in which office, when, what, and every page that carries it. */
import type { CardDocument, CardStatement } from '../../lib/messages/protocol';
import type { StatementKind } from '../../lib/engine/pack/schema';
import type { Say } from '../../lib/words/say';
import { sayDate } from '../../lib/words/dates';
import { safeHttpUrl } from '../shared/safe-http-url';
import { Icon } from './Icon';

const KIND_KEYS: Readonly<Record<StatementKind, string>> = {
  denial: 'card.kind.denial',
  doubt: 'card.kind.doubt',
  support: 'card.kind.support',
  confirmation: 'card.kind.confirmation',
  report: 'card.kind.report',
  comment: 'card.kind.comment',
};

export interface StatementProps {
  readonly statement: CardStatement;
  readonly say: Say;
  readonly lang: 'en' | 'ru' | 'kk';
}

export function Statement({ statement, say, lang }: StatementProps) {
  const { kind, speaker, office, date, scope, summary, documents } = statement;
  const kindName = say(KIND_KEYS[kind]);
  return (
    <li class="statement">
      <span class={`kind is-${kind}`} title={kindName}>
        <Icon name={kind} />
        <span class="unseen">{kindName}: </span>
      </span>
      <span class="who">
        <bdi>{speaker}</bdi> {office !== null && <span class="office">{office}</span>}
      </span>
      <span class="when">
        {date === null ? say('card.undated') : <time dateTime={date}>{sayDate(date, lang)}</time>}
      </span>
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
