/** The filters over the list: topic, status, speaker, source, year, and the order. Drawn anew only when one of them changes. */
import { memo } from 'preact/compat';
import { STATUSES, TOPIC_NAMES } from '../../lib/records/closed-sets';
import type { ListQuery } from '../../lib/records/route';
import { useSpeech } from '../shared/speech';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export type Chosen = Pick<ListQuery, 'topic' | 'status' | 'speaker' | 'source' | 'year' | 'sort'>;

export interface ClaimFiltersProps extends Chosen {
  readonly speakers: readonly Named[];
  readonly sources: readonly Named[];
  /** The latest first. */
  readonly years: readonly string[];
  /** Only something that is searched for has an order by relevance. */
  readonly isSearched: boolean;
  readonly onChoose: (part: Partial<Chosen>) => void;
}

interface ChoiceProps {
  readonly of: string;
  readonly label: string;
  readonly value: string | null;
  /** The first choice, with an empty value; none where one of the options is always chosen. */
  readonly any: string | null;
  readonly options: readonly Named[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ of, label, value, any, options, onChange }: ChoiceProps) {
  // An address may name what this database does not hold: it still shows as chosen.
  const isUnknown = value !== null && options.length > 0 && options.every(({ id }) => id !== value);
  return (
    <label class="filter">
      <span>{label}</span>
      <select
        class="field"
        data-filter={of}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        {any === null ? null : <option value="">{any}</option>}
        {isUnknown ? <option value={value}>{value}</option> : null}
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

export const ClaimFilters = memo(function ClaimFilters(props: ClaimFiltersProps) {
  const { say } = useSpeech();
  const { topic, status, speaker, source, year, sort, speakers, sources, years, isSearched, onChoose } = props;
  const any = say('database.filter.any');
  const topics = TOPIC_NAMES.map((id) => ({ id, name: say(`topic.${id}`) }));
  const statuses = STATUSES.map((id) => ({ id, name: say(`status.${id}`) }));
  const orders = (['relevance', 'date'] as const).map((id) => ({ id, name: say(`database.sort.${id}`) }));
  return (
    <div class="filters" role="group" aria-label={say('database.filters')}>
      <Choice
        of="topic"
        label={say('database.topic')}
        value={topic}
        any={any}
        options={topics}
        onChange={(id) => onChoose({ topic: TOPIC_NAMES.find((one) => one === id) ?? null })}
      />
      <Choice
        of="status"
        label={say('database.status')}
        value={status}
        any={any}
        options={statuses}
        onChange={(id) => onChoose({ status: STATUSES.find((one) => one === id) ?? null })}
      />
      <Choice
        of="speaker"
        label={say('database.speaker')}
        value={speaker}
        any={any}
        options={speakers}
        onChange={(id) => onChoose({ speaker: id })}
      />
      <Choice
        of="source"
        label={say('database.source')}
        value={source}
        any={any}
        options={sources}
        onChange={(id) => onChoose({ source: id })}
      />
      <Choice
        of="year"
        label={say('database.year')}
        value={year}
        any={any}
        options={years.map((id) => ({ id, name: id }))}
        onChange={(id) => onChoose({ year: id })}
      />
      {isSearched ? (
        <Choice
          of="sort"
          label={say('database.sort')}
          value={sort}
          any={null}
          options={orders}
          onChange={(id) => onChoose({ sort: id === 'date' ? 'date' : 'relevance' })}
        />
      ) : null}
    </div>
  );
});
