/**
 * The list of claims: search, filters, how many there are, and the first rows of them; more on request, so that the page
 * stays as quick with ten thousand. What is chosen lives in the address: this component only asks for another one.
 */
import { useCallback, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ClaimRow } from '../../lib/messages/protocol';
import { hasFilter, narrowRows } from '../../lib/records/narrow';
import { listWith, type ListQuery } from '../../lib/records/route';
import { useSpeech } from '../shared/speech';
import { ClaimFilters, type Chosen, type Named } from './ClaimFilters';
import { ClaimRows } from './ClaimRows';
import { DatabaseHead } from './DatabaseHead';

export const ROWS_A_STEP = 30;

export interface ClaimListProps {
  /** Those that have arrived, the latest first. */
  readonly rows: readonly ClaimRow[];
  /** How many there are in all. */
  readonly total: number;
  /** Row numbers of what fits a query, best first. Another function once more can be searched. */
  readonly find: (query: string) => Int32Array | null;
  /** How many rows can be searched by now. */
  readonly searchable: number;
  readonly speakers: readonly Named[];
  readonly sources: readonly Named[];
  readonly list: ListQuery;
  readonly focusOn: string | null;
  /** `typed` changes take the place of the address before, the others come after it. */
  readonly onList: (list: ListQuery, how: 'typed' | 'chosen') => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/**
 * `/` puts the focus into the field, unless something is being typed. Heard from the moment the list is seen: after
 * the paint, a key pressed at once would be lost.
 */
function useSlash(focus: () => void): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [focus]);
}

function sayCount(say: ReturnType<typeof useSpeech>['say'], shown: number, props: ClaimListProps): string {
  const { list, total, rows, searchable } = props;
  if (list.q !== '' && searchable < total) return say('database.reading', { done: searchable, total });
  if (rows.length < total && shown === rows.length) return say('database.count', { n: total });
  if (shown > 0 || (list.q === '' && !hasFilter(list))) return say('database.count', { n: shown });
  return hasFilter(list) ? say('database.no-match.filters') : say('database.no-match', { query: list.q });
}

export function ClaimList(props: ClaimListProps) {
  const { rows, find, speakers, sources, list, focusOn, onList } = props;
  const { say } = useSpeech();
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const goToField = useCallback(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useSlash(goToField);
  const found = useMemo(() => find(list.q), [find, list.q]);
  const narrowed = useMemo(() => narrowRows(rows, found, list), [rows, found, list]);
  const years = useMemo(() => [...new Set(rows.flatMap((row) => row.years))].toSorted().toReversed(), [rows]);
  const latest = useRef(list);
  latest.current = list;
  const choose = useCallback(
    (part: Partial<Chosen>) => onList({ ...latest.current, ...part, steps: 1 }, 'chosen'),
    [onList],
  );
  const shown = narrowed.slice(0, list.steps * ROWS_A_STEP);
  return (
    <main class="page database">
      <DatabaseHead here="claims" />
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <input
          ref={field}
          type="search"
          class="field"
          aria-label={say('database.search')}
          aria-keyshortcuts="/"
          placeholder={say('database.search')}
          value={list.q}
          onInput={(event) => onList({ ...list, q: event.currentTarget.value, steps: 1 }, 'typed')}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            results.current?.querySelector<HTMLElement>('[data-claim]')?.focus();
          }}
        />
        <ClaimFilters
          topic={list.topic}
          status={list.status}
          speaker={list.speaker}
          source={list.source}
          year={list.year}
          sort={list.sort}
          speakers={speakers}
          sources={sources}
          years={years}
          isSearched={list.q !== ''}
          onChoose={choose}
        />
      </form>
      <p role="status" class="hint found">
        {sayCount(say, narrowed.length, props)}
      </p>
      {hasFilter(list) ? (
        <p>
          <a href={listWith({ q: list.q })}>{say('database.clear')}</a>
        </p>
      ) : null}
      <div ref={results}>
        <ClaimRows rows={shown} focusOn={focusOn} />
      </div>
      {narrowed.length > shown.length ? (
        <button
          type="button"
          class="button more"
          data-action="more"
          onClick={() => onList({ ...list, steps: list.steps + 1 }, 'typed')}
        >
          {say('database.more', { n: Math.min(ROWS_A_STEP, narrowed.length - shown.length) })}
        </button>
      ) : null}
      <p class="hint">{say('database.not-live')}</p>
    </main>
  );
}
