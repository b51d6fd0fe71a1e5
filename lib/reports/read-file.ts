/**
 * A file back to reports: our own JSON, W3C Web Annotations, schema.org ClaimReviews. A file may come from anywhere:
 * each entry is checked as a report is, and what cannot be taken is listed with the reason. Pure.
 */
import { completeReport } from './check';
import { EMPTY_CONTENT } from './content';
import { MOST_REPORTS } from './limits';
import type { LeftOut, Report } from './report';
import { OWN_FIELDS } from './share/annotation';
import { REPORTS_FORMAT } from './share/report-json';

export const MAX_REPORTS_FILE_CHARS = 8_000_000;

export type ReportsRead =
  | { readonly ok: true; readonly reports: readonly Report[]; readonly left: readonly LeftOut[] }
  | { readonly ok: false; readonly fault: 'not-json' | 'not-reports' | 'too-large' };

export interface Making {
  readonly newId: () => string;
  /** ISO time. */
  readonly now: string;
}

type Data = { readonly [key: string]: unknown };
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function isOfType(data: Data, type: string): boolean {
  return listOf(data['@type'] ?? data['type']).includes(type);
}

function fromAnnotation(data: Data, { newId, now }: Making): unknown {
  const [target] = listOf(data['target']);
  const about: Data = isData(target) ? target : { source: target };
  const selectors = listOf(about['selector']).filter(isData);
  const quote = selectors.find((one) => isOfType(one, 'TextQuoteSelector'));
  const position = selectors.find((one) => isOfType(one, 'TextPositionSelector'));
  const bodies = listOf(data['body']).map((one) => (isData(one) ? one : { value: one }));
  const said = (purpose: string): string =>
    bodies
      .filter((one) => listOf(one['purpose']).includes(purpose))
      .map((one) => textOf(one['value']))
      .join('\n');
  const source = textOf(isData(about['source']) ? about['source']['id'] : about['source']);
  const named = /^urn:uuid:([a-z0-9-]{8,64})$/iu.exec(textOf(data['id']))?.[1];
  // A note without a purpose is the commonest annotation that there is.
  const loose = bodies.filter((one) => one['purpose'] === undefined).map((one) => textOf(one['value']));
  return {
    ...EMPTY_CONTENT,
    state: 'ready',
    ...Object.fromEntries(
      OWN_FIELDS.flatMap((field) => {
        const value = data[`dalel:${field}`];
        return value === undefined ? [] : [[field, value]];
      }),
    ),
    version: 1,
    id: named ?? newId(),
    created: textOrNull(data['created']) ?? now,
    changed: textOrNull(data['modified']) ?? textOrNull(data['created']) ?? now,
    sentence: said('describing'),
    note: [said('commenting'), ...loose].filter((text) => text !== '').join('\n'),
    quote:
      quote === undefined
        ? EMPTY_CONTENT.quote
        : {
            type: 'TextQuoteSelector',
            exact: textOf(quote['exact']),
            prefix: textOf(quote['prefix']),
            suffix: textOf(quote['suffix']),
          },
    position:
      position === undefined ? null : { type: 'TextPositionSelector', start: position['start'], end: position['end'] },
    url: source === 'urn:dalel:no-page' ? '' : source,
    title: textOrNull(about['dalel:title']),
    author: textOrNull(about['dalel:author']),
    date: textOrNull(about['dalel:published']),
    lang: textOrNull(listOf(about['language'])[0]),
  };
}

const nameOf = (value: unknown): string => textOf(isData(value) ? value['name'] : value);

function fromClaimReview(data: Data, { newId, now }: Making): unknown {
  const [item] = listOf(data['itemReviewed']).filter(isData);
  const [work] = [...listOf(item?.['appearance']), ...listOf(item?.['firstAppearance'])].filter(isData);
  const [rating] = listOf(data['reviewRating']).filter(isData);
  const exact = textOf(work?.['text']);
  const author = nameOf(listOf(work?.['author'])[0]);
  return {
    ...EMPTY_CONTENT,
    version: 1,
    id: newId(),
    state: 'ready',
    created: now,
    changed: now,
    sentence: textOf(data['claimReviewed']),
    review: {
      reviewer: nameOf(listOf(data['author'])[0]),
      url: textOf(data['url']),
      verdict: textOf(rating?.['alternateName'] ?? rating?.['ratingValue']),
    },
    quote: { ...EMPTY_CONTENT.quote, exact },
    url: textOf(work?.['url']),
    title: textOrNull(work?.['name']),
    author: author === '' ? null : author,
    date: textOrNull(work?.['datePublished'])?.slice(0, 10) ?? null,
    lang: textOrNull(work?.['inLanguage']),
  };
}

/** The entries of a file, each with the way in which it becomes a report; null where the file holds none. */
function listEntries(data: unknown, making: Making): readonly unknown[] | null {
  if (isData(data) && data['format'] === REPORTS_FORMAT) return listOf(data['reports']);
  const outer = isData(data) ? [data['items'], data['dataFeedElement'], data['@graph']].flatMap(listOf) : listOf(data);
  const all = (outer.length > 0 ? outer : [data])
    .flatMap((one) => (isData(one) && isData(one['item']) ? [one['item']] : [one]))
    .filter(isData);
  const taken = all.flatMap((one) => {
    if (isOfType(one, 'Annotation')) return [fromAnnotation(one, making)];
    return isOfType(one, 'ClaimReview') ? [fromClaimReview(one, making)] : [];
  });
  return taken.length === 0 ? null : taken;
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function readReportsFile(text: string, making: Making): ReportsRead {
  if (text.length > MAX_REPORTS_FILE_CHARS) return { ok: false, fault: 'too-large' };
  const parsed = parseJson(text);
  if (parsed === null) return { ok: false, fault: 'not-json' };
  const entries = listEntries(parsed.value, making);
  if (entries === null) return { ok: false, fault: 'not-reports' };
  if (entries.length > MOST_REPORTS) return { ok: false, fault: 'too-large' };
  const reports: Report[] = [];
  const left: LeftOut[] = [];
  entries.forEach((entry, index) => {
    const report = completeReport(entry);
    if (typeof report === 'string') left.push({ entry: index + 1, reason: report });
    else reports.push(report);
  });
  return { ok: true, reports, left };
}
