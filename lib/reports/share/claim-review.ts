/**
 * Reports as schema.org ClaimReview (https://schema.org/ClaimReview): only those for which a named reviewer published
 * a review of this very claim. The verdict is that reviewer's, never ours or the reader's.
 */
import type { PublishedReview, Report } from '../report';

export type ReviewedReport = Report & { readonly review: PublishedReview };

export const isReviewed = (report: Report): report is ReviewedReport =>
  report.review !== null && report.sentence.trim() !== '';

function reviewOf(report: ReviewedReport) {
  const { review, sentence, url, title, author, date, lang, quote } = report;
  return {
    '@type': 'ClaimReview',
    url: review.url,
    claimReviewed: sentence,
    author: { '@type': 'Organization', name: review.reviewer },
    reviewRating: { '@type': 'Rating', alternateName: review.verdict },
    itemReviewed: {
      '@type': 'Claim',
      ...(url === ''
        ? {}
        : {
            appearance: {
              '@type': 'CreativeWork',
              url,
              ...(title === null ? {} : { name: title }),
              ...(author === null ? {} : { author: { '@type': 'Person', name: author } }),
              ...(date === null ? {} : { datePublished: date }),
              ...(lang === null ? {} : { inLanguage: lang }),
              ...(quote.exact === '' ? {} : { text: quote.exact }),
            },
          }),
    },
  };
}

/** Null where no report has a published review. One ClaimReview, or a DataFeed of them. Indented, with an end of line. */
export function toClaimReview(reports: readonly Report[]): string | null {
  const reviews = reports.filter(isReviewed).map(reviewOf);
  const [only, ...more] = reviews;
  if (only === undefined) return null;
  const data =
    more.length === 0
      ? { '@context': 'https://schema.org', ...only }
      : { '@context': 'https://schema.org', '@type': 'DataFeed', dataFeedElement: reviews };
  return `${JSON.stringify(data, null, 2)}\n`;
}
