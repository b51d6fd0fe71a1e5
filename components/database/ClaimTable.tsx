/** All claims that have a statement that counts, with status and topic, and a search over propositions and speakers. */
import type { ClaimCard } from '../../lib/messages/protocol';
import { matchesSearch } from '../shared/fold-search';
import { PageHead } from '../shared/PageHead';
import { StatusMark } from '../shared/StatusMark';
import { useSpeech } from '../shared/speech';

export interface ClaimTableProps {
  readonly cards: readonly ClaimCard[];
  /** Kept by the caller, so that coming back from a record finds the list as it was left. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** The address of a record on this page. */
export function claimAddress(id: string): string {
  return `#/claim/${encodeURIComponent(id)}`;
}

function matchesClaim(card: ClaimCard, query: string): boolean {
  return matchesSearch(query, card.proposition, ...card.statements.map(({ speaker }) => speaker));
}

export function ClaimTable({ cards, query, onQuery }: ClaimTableProps) {
  const { say } = useSpeech();
  const found = cards.filter((card) => matchesClaim(card, query));
  return (
    <main class="page database">
      <PageHead title={say('database.title')} here="database" />
      <input
        type="search"
        class="field"
        aria-label={say('database.search')}
        placeholder={say('database.search')}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <p role="status" class="hint found">
        {found.length === 0 && query !== ''
          ? say('database.no-match', { query })
          : say('database.count', { n: found.length })}
      </p>
      <ul class="records">
        {found.map((card) => (
          <li key={card.id} class="record-row">
            <a href={claimAddress(card.id)} data-claim={card.id} dir="auto">
              {card.proposition}
            </a>
            <p>
              <StatusMark status={card.status} />
              <span>{say(`topic.${card.topic}`)}</span>
              <span>{say('sources.statements', { n: card.statements.length })}</span>
            </p>
          </li>
        ))}
      </ul>
      <p class="hint">{say('database.not-live')}</p>
    </main>
  );
}
