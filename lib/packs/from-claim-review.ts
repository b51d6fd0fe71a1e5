/**
 * A feed of schema.org ClaimReviews to a pack: every review one claim with the reviewer's statement, in the reviewer's
 * own words. A rating becomes a denial or a confirmation only at the ends of the reviewer's own scale; without a scale
 * the statement takes no side. What cannot be converted is listed with the reason. Pure.
 */
import { hashText } from '../engine/lexicon/hash';
import {
  PACK_FORMAT,
  PACK_VERSION,
  type Claim,
  type Concept,
  type Language,
  type Pack,
  type SourceDocument,
  type StatementKind,
} from '../engine/pack/schema';
import { makePhraseFrame, suggestPhrases } from './phrases';

export interface FeedHeader {
  readonly id: string;
  readonly title: string;
  /** ISO day. */
  readonly date: string;
  readonly editor: string;
  readonly licence: string;
  readonly revision: number;
}

export interface Unconverted {
  /** Which review of the feed, from 1. */
  readonly entry: number;
  readonly reason: string;
}

export interface Converted {
  /** Null where no review could be converted. */
  readonly pack: Pack | null;
  readonly left: readonly Unconverted[];
}

type Data = { readonly [key: string]: unknown };
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** One line, composed, without what a pack may not hold. */
const clean = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim()
        .normalize('NFC')
    : '';

const nameOf = (value: unknown): string => clean(isData(value) ? value['name'] : value);

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');

/** The same text gives the same id. */
function idOf(kind: string, text: string): string {
  const { a, b } = hashText(text);
  return `${kind}-${hex(a)}${hex(b)}`;
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** A thirteenth month is none, nor is the thirtieth of February. */
const isDay = (day: string): boolean => Number.isFinite(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

/** The day of an ISO time or day, where there is such a day. */
function dayOf(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(text)?.[0];
  return day !== undefined && isDay(day) ? day : undefined;
}

/** Only the ends of a scale that the reviewer names say yes or no. */
function kindOf(rating: Data): StatementKind {
  const [value, best, worst] = [rating['ratingValue'], rating['bestRating'], rating['worstRating']].map(numberOf);
  if (value === null || best === null || worst === null || value === undefined || best === worst) return 'comment';
  if (value === worst) return 'denial';
  return value === best ? 'confirmation' : 'doubt';
}

const WEB_ADDRESS = /^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/iu;
const MOST = { proposition: 300, reviewer: 120, verdict: 60, title: 400, summary: 600 } as const;
const FEWEST_PHRASES = 2;

interface Review {
  readonly claim: Claim;
  readonly concepts: readonly Concept[];
  readonly document: SourceDocument;
  readonly reviewer: { readonly id: string; readonly name: string };
}

/** A review as a claim, or why it is none. */
function convert(data: Data, today: string): Review | string {
  const words = clean(data['claimReviewed']);
  const url = clean(data['url']);
  const name = nameOf(listOf(data['author'])[0]);
  const [rating] = listOf(data['reviewRating']).filter(isData);
  const verdict = clean(rating?.['alternateName']);
  if (words === '') return 'it does not say which claim it reviews (claimReviewed)';
  if (words.length > MOST.proposition) return `its claim is longer than ${MOST.proposition} characters`;
  if (url.length > 2000 || !WEB_ADDRESS.test(url)) return 'it has no http address of its own (url)';
  if (name === '' || name.length > MOST.reviewer) return 'it names no reviewer (author.name)';
  if (rating === undefined || verdict === '') return 'it has no verdict in words (reviewRating.alternateName)';
  const phrases = suggestPhrases(words);
  const id = idOf('review', `${url}\n${words}`);
  const made = phrases.length < FEWEST_PHRASES ? null : makePhraseFrame(id, phrases);
  if (made === null) return 'its claim has too few words to be found by';
  const day = dayOf(clean(data['datePublished']));
  const lang = /^[a-z]{2,3}(?=$|-)/u.exec(clean(data['inLanguage']).toLowerCase())?.[0];
  const title = clean(data['name'] ?? data['headline']).slice(0, MOST.title);
  const document = idOf('page', url);
  const reviewer = { id: idOf('reviewer', name), name };
  return {
    reviewer,
    concepts: made.concepts,
    document: {
      id: document,
      source: reviewer.id,
      url,
      ...(title === '' ? {} : { title }),
      ...(day === undefined ? {} : { date: day }),
      ...(lang === undefined ? {} : { lang }),
    },
    claim: {
      id,
      topic: 'other',
      proposition: { en: words },
      statements: [
        {
          id: 'review',
          kind: kindOf(rating),
          speaker: reviewer.id,
          ...(day === undefined ? {} : { date: day }),
          summary: { en: verdict.slice(0, MOST.summary) },
          ...(verdict.length > MOST.verdict ? {} : { verdict }),
          documents: [document],
        },
      ],
      frames: [made.frame],
      fixtures: { positive: [], negative: [] },
      history: [{ date: today, what: { en: 'Taken from a feed of reviews.' }, why: { en: 'The feed has it.' } }],
    },
  };
}

/** The reviews of a DataFeed, an ItemList, a graph, a list or a single one. */
function listReviews(feed: unknown): readonly Data[] {
  const outer = isData(feed)
    ? ['dataFeedElement', 'itemListElement', '@graph'].flatMap((key) => listOf(feed[key]))
    : listOf(feed);
  return (outer.length > 0 ? outer : [feed])
    .flatMap((one) => (isData(one) && one['item'] !== undefined ? listOf(one['item']) : [one]))
    .filter(isData);
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
  [...new Map(list.map((one) => [one.id, one])).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** `languages` are grammars to read pages with; the same feed gives the same pack. */
export function convertFeed(feed: unknown, header: FeedHeader, languages: readonly Language[]): Converted {
  const left: Unconverted[] = [];
  const reviews: Review[] = [];
  const seen = new Set<string>();
  listReviews(feed).forEach((data, index) => {
    const entry = index + 1;
    if (!listOf(data['@type']).includes('ClaimReview')) {
      left.push({ entry, reason: 'it is no ClaimReview' });
      return;
    }
    const review = convert(data, header.date);
    if (typeof review === 'string') left.push({ entry, reason: review });
    else if (seen.has(review.claim.id)) left.push({ entry, reason: 'the same review was there before' });
    else {
      seen.add(review.claim.id);
      reviews.push(review);
    }
  });
  if (reviews.length === 0) return { pack: null, left };
  const reviewers = byId(reviews.map(({ reviewer }) => reviewer));
  const documents = byId(reviews.map(({ document }) => document));
  const claims = byId(reviews.map(({ claim }) => claim));
  const pack: Pack = {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    header: {
      id: header.id,
      title: { en: header.title },
      revision: header.revision,
      date: header.date,
      languages: languages.map(({ id }) => id),
      licence: header.licence,
      editor: header.editor,
      counts: {
        claims: claims.length,
        statements: claims.length,
        sources: reviewers.length,
        documents: documents.length,
        speakers: reviewers.length,
      },
    },
    languages: [...languages],
    concepts: byId(reviews.flatMap(({ concepts }) => concepts)),
    speakers: reviewers.map(({ id, name }) => ({ id, name: { en: name }, class: 'outlet' as const })),
    sources: reviewers.map(({ id, name }) => ({ id, name, kind: 'independent-media' as const })),
    documents,
    claims,
  };
  return { pack, left };
}
