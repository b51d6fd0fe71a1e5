/**
 * A record as schema.org data. `Claim` with the pages where it appears; `ClaimReview` only where the record holds a named
 * reviewer's own published verdict (`verdict` of a statement), which then is the reviewer's and nobody else's. Pure.
 */
import type { CardStatement, ClaimRecord, RecordDocument } from '../messages/protocol';

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

function workOf(document: RecordDocument): Json {
  return {
    '@type': 'CreativeWork',
    ...(document.title === null ? {} : { name: document.title }),
    ...(document.url === null ? {} : { url: document.url }),
    ...(document.lang === null ? {} : { inLanguage: document.lang }),
    ...(document.date === null ? {} : { datePublished: document.date }),
    publisher: { '@type': 'Organization', name: document.source },
  };
}

function personOf({ speaker, speakerClass, office }: CardStatement): Json {
  const type = speakerClass === 'expert' ? 'Person' : 'Organization';
  return { '@type': type, name: speaker, ...(office === null ? {} : { description: office }) };
}

function reviewsOf({ card, record }: ClaimRecord, proposition: string, about: string): readonly Json[] {
  const verdicts = new Map(record.statements.map(({ id, verdict }) => [id, verdict]));
  return (card?.statements ?? []).flatMap((statement) => {
    const verdict = verdicts.get(statement.id);
    const url = statement.documents.find((document) => document.url !== null)?.url;
    if (verdict === undefined || url === undefined || url === null) return [];
    return [
      {
        '@type': 'ClaimReview',
        url,
        claimReviewed: proposition,
        author: personOf(statement),
        ...(statement.date === null ? {} : { datePublished: statement.date }),
        reviewRating: { '@type': 'Rating', alternateName: verdict },
        itemReviewed: { '@id': about },
      },
    ];
  });
}

/** Pages that tell the claim: those of reports and support, and of the lineage; not those of denials and doubts. */
function appearancesOf({ record, documents }: ClaimRecord): readonly Json[] {
  const ids = [
    ...(record.lineage ?? []).map(({ document }) => document),
    ...record.statements.filter(({ kind }) => kind === 'report' || kind === 'support').flatMap((s) => s.documents),
  ];
  return [...new Set(ids)].flatMap((id) => {
    const document = id === undefined ? undefined : documents[id];
    return document === undefined ? [] : [workOf(document)];
  });
}

/** Indented, without an end of line. `address` names the record. */
export function toJsonLd(found: ClaimRecord, proposition: string, lang: string, address: string): string {
  const { record } = found;
  const appearance = appearancesOf(found);
  const claim: Json = {
    '@type': 'Claim',
    '@id': address,
    identifier: record.id,
    text: proposition,
    inLanguage: lang,
    ...(record.firstReport?.date === undefined ? {} : { datePublished: record.firstReport.date }),
    ...(appearance.length === 0 ? {} : { appearance }),
  };
  const reviews = reviewsOf(found, proposition, address);
  const data: Json =
    reviews.length === 0
      ? { '@context': 'https://schema.org', ...claim }
      : { '@context': 'https://schema.org', '@graph': [claim, ...reviews] };
  return JSON.stringify(data, null, 2);
}
