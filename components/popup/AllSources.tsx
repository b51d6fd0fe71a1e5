/** Every source that this page's claims do not rest on, folded away, with a search by name. */
import { useState } from 'preact/hooks';
import { matchesSearch } from '../shared/fold-search';
import { SourceSwitches, type SourceSwitchesProps } from '../shared/SourceSwitches';
import { useSpeech } from '../shared/speech';

export function AllSources({ sources, ...rest }: SourceSwitchesProps) {
  const { say } = useSpeech();
  const [query, setQuery] = useState('');
  const found = sources.filter((source) => matchesSearch(query, source.name));
  return (
    <details class="all-sources">
      <summary>
        {say('popup.all-sources')} <small>{say('sources.count', { n: sources.length })}</small>
      </summary>
      <p class="hint">{say('popup.all-sources.hint')}</p>
      <input
        type="search"
        class="field"
        aria-label={say('sources.search')}
        placeholder={say('sources.search')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      {found.length === 0 ? (
        <p role="status">{say('sources.no-match', { query })}</p>
      ) : (
        <SourceSwitches sources={found} {...rest} isUnfolded={query !== ''} />
      )}
    </details>
  );
}
