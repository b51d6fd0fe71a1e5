/** Every source, grouped by kind, with a search by name that unfolds the groups it finds something in. */
import { useState } from 'preact/hooks';
import { matchesSearch } from '../shared/fold-search';
import { SourceSwitches, type SourceSwitchesProps } from '../shared/SourceSwitches';
import { useSpeech } from '../shared/speech';

export function SourceSearch({ sources, ...rest }: Omit<SourceSwitchesProps, 'isUnfolded'>) {
  const { say } = useSpeech();
  const [query, setQuery] = useState('');
  const found = sources.filter((source) => matchesSearch(query, source.name, source.id, source.country ?? ''));
  return (
    <>
      <input
        type="search"
        class="field"
        data-search="sources"
        aria-label={say('sources.search')}
        placeholder={say('sources.search')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p role="status" class="hint">
        {found.length === 0 ? say('sources.no-match', { query }) : say('sources.count', { n: found.length })}
      </p>
      <SourceSwitches sources={found} isUnfolded={query !== ''} {...rest} />
    </>
  );
}
