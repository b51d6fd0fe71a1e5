/** All speakers or all sources, with a search over their names and, for each, how many statements there are. */
import { useState } from 'preact/hooks';
import type { SourceRow, SpeakerRow } from '../../lib/messages/protocol';
import { addressOf } from '../../lib/records/route';
import { matchesSearch } from '../shared/fold-search';
import { useSpeech } from '../shared/speech';
import { DatabaseHead } from './DatabaseHead';
import { walkLinks } from './walk-links';

interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly address: string;
  readonly statements: number;
}

function NameList({ of, rows }: { readonly of: 'speakers' | 'sources'; readonly rows: readonly NamedRow[] }) {
  const { say } = useSpeech();
  const [query, setQuery] = useState('');
  const found = rows.filter(({ name, about }) => matchesSearch(query, name, about));
  return (
    <main class="page database">
      <DatabaseHead here={of} />
      <input
        type="search"
        class="field"
        aria-label={say(`database.search.${of}`)}
        placeholder={say(`database.search.${of}`)}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p role="status" class="hint found">
        {say(`database.count.${of}`, { n: found.length })}
      </p>
      <ul class="records" onKeyDown={walkLinks}>
        {found.map(({ id, name, about, address, statements }) => (
          <li key={id} class="record-row">
            <a href={address} data-name={id} dir="auto">
              {name}
            </a>
            <p>
              <span dir="auto">{about}</span>
              <span>{say('sources.statements', { n: statements })}</span>
            </p>
          </li>
        ))}
      </ul>
    </main>
  );
}

export function SpeakersPage({ speakers }: { readonly speakers: readonly SpeakerRow[] }) {
  const { say } = useSpeech();
  const rows = speakers.map(({ id, name, speakerClass, office, statements }) => ({
    id,
    name,
    about: office ?? say(`speaker-class.${speakerClass}`),
    address: addressOf({ view: 'speaker', id, only: 'all' }),
    statements,
  }));
  return <NameList of="speakers" rows={rows} />;
}

export function SourcesPage({ sources }: { readonly sources: readonly SourceRow[] }) {
  const { say } = useSpeech();
  const rows = sources.map(({ id, name, kind, on, statements }) => ({
    id,
    name,
    about: on ? say(`source-kind.${kind}`) : `${say(`source-kind.${kind}`)}, ${say('source.is-off')}`,
    address: addressOf({ view: 'source', id }),
    statements,
  }));
  return <NameList of="sources" rows={rows} />;
}
