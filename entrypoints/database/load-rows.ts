/**
 * Brings the list in: a first part that is shown at once, then the rest, then what the search reads, indexed in slices so
 * that no keystroke waits. Each step is told, or the last one alone where a whole list stands already (`isRenewal`): it
 * would lose its results, and the focus in them, on the way. A loading that was given up (`signal`) tells nothing more.
 */
import type { ClaimListProps } from '../../components/database/ClaimList';
import { call } from '../../lib/messages/call';
import type { ClaimRow } from '../../lib/messages/protocol';
import { openSearch } from '../../lib/records/search';

export type Rows = Pick<ClaimListProps, 'rows' | 'total' | 'find' | 'searchable' | 'speakers' | 'sources'>;

const FIRST = 40;
const PART = 1000;
const TEXTS = 200;
const SLICE_MS = 6;
/** How often what can be searched by now is told while more is read. */
const TELL_EVERY_MS = 500;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export interface Loading {
  readonly tell: (rows: Rows) => void;
  readonly signal: AbortSignal;
  readonly isRenewal: boolean;
}

export async function loadRows({ tell, signal, isRenewal }: Loading): Promise<void> {
  const search = openSearch();
  const first = await call('rows/list', { from: 0, count: FIRST });
  let now: Rows = {
    rows: first.rows,
    total: first.total,
    // Another function each time that more can be found.
    find: (query) => search.find(query),
    searchable: 0,
    speakers: [],
    sources: [],
  };
  const step = (change: Partial<Rows>, isLast = false): void => {
    now = { ...now, ...change };
    if (!signal.aborted && (isLast || !isRenewal)) tell(now);
  };
  const searched = (): Partial<Rows> => ({ searchable: search.size(), find: (query) => search.find(query) });
  step({});
  await breathe();
  let rows: readonly ClaimRow[] = first.rows;
  while (rows.length < first.total && !signal.aborted) {
    const part = await call('rows/list', { from: rows.length, count: PART });
    if (part.rows.length === 0) break;
    rows = [...rows, ...part.rows];
  }
  const [{ speakers }, { sources }] = await Promise.all([call('speakers/list', {}), call('sources/list', {})]);
  step({ rows, total: rows.length, speakers, sources });
  let told = performance.now();
  while (search.size() < rows.length && !signal.aborted) {
    const { texts } = await call('rows/texts', { from: search.size(), count: TEXTS });
    if (texts.length === 0) break;
    let started = performance.now();
    for (const text of texts) {
      search.add(text);
      if (performance.now() - started < SLICE_MS) continue;
      await breathe();
      started = performance.now();
    }
    if (search.size() >= rows.length || performance.now() - told < TELL_EVERY_MS) continue;
    told = performance.now();
    step(searched());
  }
  step(searched(), true);
}
