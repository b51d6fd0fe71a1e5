/**
 * The database page's address, both ways: what the list is narrowed to, which record, speaker or source is open. All of
 * it is in the fragment, so that back, forward and a copied link lead to the same view. Anything else is the whole list.
 */
import { STATUSES, TOPIC_NAMES } from './closed-sets';
import type { Claim } from '../engine/pack/schema';
import type { Status } from '../messages/protocol';

export interface ListQuery {
  readonly q: string;
  readonly topic: Claim['topic'] | null;
  readonly status: Status | null;
  readonly speaker: string | null;
  readonly source: string | null;
  readonly year: string | null;
  readonly sort: 'relevance' | 'date';
  /** How many rows are unfolded, in steps. */
  readonly steps: number;
}

export type Only = 'all' | 'denials' | 'confirmed-later';

export type Route =
  | { readonly view: 'list'; readonly list: ListQuery }
  | { readonly view: 'claim' | 'source'; readonly id: string }
  | { readonly view: 'speaker'; readonly id: string; readonly only: Only }
  | { readonly view: 'speakers' | 'sources' };

export const WHOLE_LIST: ListQuery = {
  q: '',
  topic: null,
  status: null,
  speaker: null,
  source: null,
  year: null,
  sort: 'relevance',
  steps: 1,
};

const MOST_STEPS = 1000;
const ONE = /^#\/(claim|speaker|source)\/([^?]+)(?:\?(.*))?$/u;
const MANY = /^#\/(speakers|sources)$/u;
const LIST = /^#\/?\?(.*)$/u;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    // A broken percent sequence: shown as it stands, as an id that nothing has.
    if (error instanceof URIError) return part;
    throw error;
  }
}

function readList(params: URLSearchParams): ListQuery {
  const topic = params.get('topic');
  const status = params.get('status');
  const steps = Number(params.get('show') ?? '1');
  return {
    q: params.get('q') ?? '',
    topic: TOPIC_NAMES.find((one) => one === topic) ?? null,
    status: STATUSES.find((one) => one === status) ?? null,
    speaker: params.get('speaker') || null,
    source: params.get('source') || null,
    year: /^\d{4}$/u.test(params.get('year') ?? '') ? params.get('year') : null,
    sort: params.get('sort') === 'date' ? 'date' : 'relevance',
    steps: Number.isInteger(steps) && steps >= 1 && steps <= MOST_STEPS ? steps : 1,
  };
}

export function readRoute(hash: string): Route {
  const [, kind, id, query = ''] = ONE.exec(hash) ?? [];
  if (id !== undefined) {
    if (kind === 'speaker') {
      const only = new URLSearchParams(query).get('only');
      return {
        view: 'speaker',
        id: decode(id),
        only: only === 'denials' || only === 'confirmed-later' ? only : 'all',
      };
    }
    return { view: kind === 'source' ? 'source' : 'claim', id: decode(id) };
  }
  const many = MANY.exec(hash)?.[1];
  if (many === 'speakers' || many === 'sources') return { view: many };
  return { view: 'list', list: readList(new URLSearchParams(LIST.exec(hash)?.[1] ?? '')) };
}

function listAddress(list: ListQuery): string {
  const params = new URLSearchParams();
  for (const key of ['q', 'topic', 'status', 'speaker', 'source', 'year'] as const) {
    const value = list[key];
    if (value !== null && value !== '') params.set(key, value);
  }
  if (list.sort === 'date') params.set('sort', 'date');
  if (list.steps > 1) params.set('show', String(list.steps));
  const query = params.toString();
  return query === '' ? '#/' : `#/?${query}`;
}

/** The shortest address of a view. */
export function addressOf(route: Route): string {
  switch (route.view) {
    case 'list':
      return listAddress(route.list);
    case 'speakers':
    case 'sources':
      return `#/${route.view}`;
    case 'claim':
    case 'source':
      return `#/${route.view}/${encodeURIComponent(route.id)}`;
    case 'speaker':
      return `#/speaker/${encodeURIComponent(route.id)}${route.only === 'all' ? '' : `?only=${route.only}`}`;
  }
}

export const claimAddress = (id: string): string => addressOf({ view: 'claim', id });
export const listWith = (part: Partial<ListQuery>): string =>
  addressOf({ view: 'list', list: { ...WHOLE_LIST, ...part } });
