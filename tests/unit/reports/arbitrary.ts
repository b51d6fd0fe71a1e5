/** Any report that the check lets pass, with texts that spreadsheets, Markdown and JSON-LD could take amiss. */
import fc from 'fast-check';
import type { Report } from '../../../lib/reports/report';

const NASTY = [
  '=1+1',
  '+7 701',
  '-5 jets',
  '@here',
  '\tindented',
  '\rreturn',
  "'quoted",
  'a,"b";c',
  '# heading',
  '- item\n1. one',
  '> deep',
  '---',
  '===',
  '&lt;b&gt; <script>alert(1)</script>',
  '[link](javascript:alert(1))',
  '**bold** _it_ `code`',
  'ҚР Қорғаныс министрлігі жоққа шығарды',
  'МиГ-31, 81 самолёт',
  '{"@context":"x"}',
  '\u2028 next',
  '\\',
];

const text = (max: number) =>
  fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 60 })).map((one) => one.slice(0, max));
const url = fc.constantFrom(
  'https://news.example/a',
  'https://news.example/a?b=(c)&d=[e]',
  'http://127.0.0.1:80/%D0%B0',
);
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

export const anyReport: fc.Arbitrary<Report> = fc.record({
  version: fc.constant(1),
  id: fc.uuid(),
  state: fc.constantFrom('draft', 'ready', 'shared'),
  created: time,
  changed: time,
  about: fc.constantFrom('claim', 'wrong-mark', 'missing-statement'),
  claim: orNull(fc.constantFrom('us-bought-81-aircraft', 'export-ban')),
  sentence: text(200),
  parties: text(200),
  figures: text(200),
  evidence: fc.uniqueArray(fc.constantFrom('statement', 'document', 'picture', 'data', 'witness')),
  review: orNull(fc.record({ reviewer: text(100), url, verdict: text(100) })),
  note: text(300),
  marking: orNull(fc.record({ phrases: fc.array(fc.constantFrom('jets', 'MiG-31'), { minLength: 1, maxLength: 3 }) })),
  quote: fc.record({
    type: fc.constant('TextQuoteSelector'),
    exact: text(300),
    prefix: text(60),
    suffix: text(60),
  }),
  position: orNull(
    fc.record({ type: fc.constant('TextPositionSelector'), start: fc.nat(1000), end: fc.nat({ max: 2000 }) }),
  ),
  url: fc.oneof(url, fc.constant('')),
  title: orNull(text(100).filter((one) => one !== '')),
  author: orNull(text(100).filter((one) => one !== '')),
  date: orNull(fc.constantFrom('2024-04-28', '2026-11-22')),
  lang: orNull(fc.constantFrom('en', 'ru', 'kk')),
  link: orNull(url),
  limited: fc.boolean(),
});
