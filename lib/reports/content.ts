/** How a draft becomes the content of a form, and that a report. */
import type { Report, ReportContent, ReportDraft, ReportState } from './report';

/** Nothing known yet, as in a form to fill in by hand; empty strings are "not known". */
export const EMPTY_CONTENT: ReportContent = {
  quote: { type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' },
  position: null,
  url: '',
  title: null,
  author: null,
  date: null,
  lang: null,
  link: null,
  limited: false,
  about: 'claim',
  claim: null,
  sentence: '',
  parties: '',
  figures: '',
  evidence: [],
  review: null,
  note: '',
  marking: null,
};

export const contentOfDraft = ({ capture, about, claim }: ReportDraft): ReportContent => ({
  ...EMPTY_CONTENT,
  ...capture,
  about,
  claim,
});

/** A saved report without what saving gave it. */
export function contentOfReport(report: Report): ReportContent {
  const { version: _version, id: _id, state: _state, created: _created, changed: _changed, ...content } = report;
  return content;
}

export interface Kept {
  readonly id: string;
  readonly state: ReportState;
  /** ISO times. */
  readonly created: string;
  readonly changed: string;
}

/** Without a review where its fields were left empty. `id` stays the same while the form does, so that saving twice keeps one. */
export function makeReport(content: ReportContent, { id, state, created, changed }: Kept): Report {
  const { review } = content;
  const isEmpty = review !== null && `${review.reviewer}${review.url}${review.verdict}`.trim() === '';
  return { ...content, review: isEmpty ? null : review, version: 1, id, state, created, changed };
}
