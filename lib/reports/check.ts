/** The report record as it is checked before it is kept or taken back from the mirror. */
import * as v from 'valibot';
import type { Report } from './report';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const isoTime = v.pipe(v.string(), v.isoTimestamp('Expected an ISO time'));

/** http(s) or empty: a person may report words that they met outside a page. */
const pageAddress = v.pipe(text(4000), v.regex(/^(?:https?:\/\/\S+|file:\S*|)$/iu, 'Expected a web address'));

export const MAX_QUOTE = 20_000;

export const reportSchema: v.GenericSchema<unknown, Report> = v.strictObject({
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,64}$/i, 'Expected a report id')),
  state: v.picklist(['draft', 'ready', 'shared']),
  created: isoTime,
  changed: isoTime,
  note: text(20_000),
  quote: v.strictObject({
    type: v.literal('TextQuoteSelector'),
    exact: text(MAX_QUOTE),
    prefix: text(1000),
    suffix: text(1000),
  }),
  position: v.nullable(v.strictObject({ type: v.literal('TextPositionSelector'), start: offset, end: offset })),
  url: pageAddress,
  title: v.nullable(text(2000)),
  lang: v.nullable(text(40)),
  limited: v.boolean(),
});
