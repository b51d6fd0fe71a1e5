/** The report record as it is checked before it is kept, taken back from the mirror or read from a file. */
import * as v from 'valibot';
import type { Report } from './report';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const isoTime = v.pipe(v.string(), v.isoTimestamp('Expected an ISO time'));

/** http(s) or empty: a person may report words that they met outside a page. */
const pageAddress = v.pipe(text(4000), v.regex(/^(?:https?:\/\/\S+|file:\S*|)$/iu, 'Expected a web address'));
const webAddress = v.pipe(text(4000), v.regex(/^https?:\/\/\S+$/iu, 'Expected a web address'));

export const MAX_QUOTE = 20_000;
export const MAX_PHRASES = 6;

/** What was added to the record later is filled in where an older one lacks it. */
const later = <T extends v.GenericSchema>(schema: T, missing: v.InferOutput<T>) =>
  v.optional(schema, missing as v.InferInput<T>);

export const reportSchema: v.GenericSchema<unknown, Report> = v.strictObject({
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,64}$/i, 'Expected a report id')),
  state: v.picklist(['draft', 'ready', 'shared']),
  created: isoTime,
  changed: isoTime,
  about: later(v.picklist(['claim', 'wrong-mark', 'missing-statement']), 'claim'),
  claim: later(v.nullable(text(200)), null),
  sentence: later(text(2000), ''),
  parties: later(text(1000), ''),
  figures: later(text(1000), ''),
  evidence: later(
    v.pipe(v.array(v.picklist(['statement', 'document', 'picture', 'data', 'witness', 'none'])), v.maxLength(6)),
    [],
  ),
  review: later(v.nullable(v.strictObject({ reviewer: text(200), url: webAddress, verdict: text(200) })), null),
  note: text(20_000),
  marking: later(
    v.nullable(
      v.strictObject({
        phrases: v.pipe(v.array(v.pipe(text(200), v.minLength(1))), v.minLength(1), v.maxLength(MAX_PHRASES)),
      }),
    ),
    null,
  ),
  quote: v.strictObject({
    type: v.literal('TextQuoteSelector'),
    exact: text(MAX_QUOTE),
    prefix: text(1000),
    suffix: text(1000),
  }),
  position: v.nullable(v.strictObject({ type: v.literal('TextPositionSelector'), start: offset, end: offset })),
  url: pageAddress,
  title: v.nullable(text(2000)),
  author: later(v.nullable(text(400)), null),
  date: later(v.nullable(v.pipe(v.string(), v.isoDate('Expected a date as 2024-04-28'))), null),
  lang: v.nullable(text(40)),
  link: later(v.nullable(webAddress), null),
  limited: v.boolean(),
});

/**
 * What is wrong with a value, and where, in one line for a log or a refusal: never the value itself, which may be a
 * page's or a person's own words. `whole` names the value as such.
 */
export function describeIssue(issue: v.BaseIssue<unknown>, whole: string): string {
  return `${v.getDotPath(issue) ?? whole}: ${issue.message.replace(` but received ${issue.received}`, '')}`;
}

/** A report as it was kept, with what later versions added filled in; a sentence where it is damaged. */
export function completeReport(stored: unknown): Report | string {
  const checked = v.safeParse(reportSchema, stored);
  if (checked.success) return checked.output;
  return describeIssue(checked.issues[0], 'report');
}
