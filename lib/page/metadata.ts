/**
 * What a page says of itself: when it was published, who wrote it, in which language. JSON-LD first, then the meta
 * elements of Open Graph and the like, then a `<time>` within the article's head. Bounded in what it reads, and never
 * throws: a page may write anything there. The card and the report page use it.
 */
export interface PageMetadata {
  /** An ISO day, as the page writes it, whatever the time zone. */
  readonly date: string | null;
  readonly author: string | null;
  /** A language code such as `kk`, in lower case, without the region. */
  readonly lang: string | null;
}

const MOST_SCRIPTS = 10;
const MOST_CHARACTERS = 200_000;
const MOST_DEPTH = 5;
const MOST_AUTHOR = 200;
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])/;

/** The day of an ISO date or date and time; null for anything else, and for what no page can have been published at. */
function dayOf(text: unknown): string | null {
  const [, year, month, day] = (typeof text === 'string' ? DAY.exec(text.trim()) : null) ?? [];
  if (year === undefined || month === undefined || day === undefined || Number(year) < 1990) return null;
  const iso = `${year}-${month}-${day}`;
  const at = Date.parse(iso);
  // 30 February is read as 1 March: what comes back otherwise was no date.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso ? null : iso;
}

type Data = { readonly [key: string]: unknown };

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** All objects of a JSON-LD value, the outer ones first. */
function listData(value: unknown, depth = 0): readonly Data[] {
  if (depth > MOST_DEPTH) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one) => listData(one, depth + 1));
  if (!isData(value)) return [];
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage'].flatMap((key) => listData(value[key], depth + 1));
  return [value, ...inner];
}

function readJson(text: string): unknown {
  if (text.length > MOST_CHARACTERS) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    // Pages write broken JSON every day: they just say nothing by it.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readLinkedData(doc: Document): readonly Data[] {
  const scripts = [...doc.querySelectorAll('script[type="application/ld+json" i]')].slice(0, MOST_SCRIPTS);
  return scripts.flatMap((script) => listData(readJson(script.textContent ?? '')));
}

function nameOf(author: unknown): string | null {
  const first: unknown = Array.isArray(author) ? author[0] : author;
  const name = isData(first) ? first['name'] : first;
  if (typeof name !== 'string') return null;
  const text = name.replace(/\s+/gu, ' ').trim();
  // Some write the address of a profile.
  return text === '' || text.length > MOST_AUTHOR || /^https?:/iu.test(text) ? null : text;
}

function firstOf<T, R>(list: Iterable<T>, read: (one: T) => R | null): R | null {
  for (const one of list) {
    const found = read(one);
    if (found !== null) return found;
  }
  return null;
}

function metaOf(doc: Document, names: readonly string[]): readonly (string | null)[] {
  const metas = [...doc.querySelectorAll('meta[content]')];
  const isNamed = (meta: Element, name: string): boolean =>
    ['property', 'name', 'itemprop'].some((by) => meta.getAttribute(by)?.toLowerCase() === name);
  return names.flatMap((name) =>
    metas.filter((meta) => isNamed(meta, name)).map((meta) => meta.getAttribute('content')),
  );
}

const DATE_METAS = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'dc.date.issued',
  'dc.date',
  'date',
];
const TIMES = 'time[itemprop="datePublished"],time[pubdate],article header time,article time,main time,header time';

function languageOf(text: string | null | undefined): string | null {
  return /^([a-z]{2,3})(?:[-_]|$)/iu.exec(text?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
}

export function readMetadata(doc: Document): PageMetadata {
  const data = readLinkedData(doc);
  const date =
    firstOf(data, (one) => dayOf(one['datePublished'])) ??
    firstOf(metaOf(doc, DATE_METAS), dayOf) ??
    firstOf(doc.querySelectorAll(TIMES), (time) => dayOf(time.getAttribute('datetime')));
  const author =
    firstOf(data, (one) => nameOf(one['author'])) ?? firstOf(metaOf(doc, ['author', 'article:author']), nameOf);
  const lang = languageOf(doc.documentElement?.getAttribute('lang')) ?? firstOf(metaOf(doc, ['og:locale']), languageOf);
  return { date, author, lang };
}
