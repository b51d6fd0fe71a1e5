/** Made-up but whole values of what the background answers, for tests of the pages. */
import type {
  CardStatement,
  ClaimCard,
  ClaimRecord,
  ClaimRow,
  SourceRow,
  TabState,
} from '../../../lib/messages/protocol';
import { EMPTY_CONTENT } from '../../../lib/reports/content';
import type { Capture, Report } from '../../../lib/reports/report';

export function sampleSource(id: string, change: Partial<SourceRow> = {}): SourceRow {
  return { id, name: `Source ${id}`, kind: 'independent-media', country: null, statements: 2, on: true, ...change };
}

export function sampleRow(id: string, change: Partial<ClaimRow> = {}): ClaimRow {
  return {
    id,
    topic: 'disposal',
    status: 'denied',
    proposition: `Proposition of ${id}`,
    lang: 'en',
    date: '2024-04-28',
    statements: 2,
    speakers: ['ministry'],
    sources: ['daily'],
    years: ['2024'],
    ...change,
  };
}

export const SAMPLE_STATE: TabState = {
  host: 'news.example',
  on: true,
  pausedUntil: null,
  siteOn: true,
  isWithheld: false,
  page: 'read',
  recap: [
    {
      id: 'jets-sold',
      proposition: 'Jets were sold abroad',
      status: 'denied',
      voices: [{ kind: 'denial', speaker: 'Ministry', date: '2024-04-28' }],
    },
  ],
  claims: [
    { id: 'jets-sold', proposition: 'Jets were sold abroad', status: 'denied', mentions: 3, muted: false },
    { id: 'plant-built', proposition: 'A plant is being built', status: 'reported', mentions: 1, muted: true },
  ],
  pageSources: [sampleSource('daily'), sampleSource('ministry', { kind: 'official' })],
  otherSources: [sampleSource('wire', { kind: 'wire' }), sampleSource('blog', { kind: 'blog', name: 'Ёлки' })],
  kindsOff: [],
  pack: {
    id: 'bundled',
    title: { en: 'Claims' },
    revision: 1,
    date: '2026-02-01',
    languages: ['en'],
    licence: 'CC BY 4.0',
    editor: 'Dalel',
    counts: { claims: 20, statements: 90, sources: 30, documents: 60, speakers: 40 },
  },
  capped: [],
};

export const SAMPLE_DENIAL: CardStatement = {
  id: 'ministry-denies',
  kind: 'denial',
  speaker: 'Ministry',
  speakerClass: 'official',
  office: 'press service',
  date: '2024-04-28',
  scope: 'a sale abroad',
  summary: 'Says that nothing was sold.',
  documents: [
    {
      source: 'Daily',
      kind: 'independent-media',
      title: 'Ministry denies a sale',
      url: 'https://daily.example/1',
      lang: 'en',
    },
    { source: 'Odd', kind: 'blog', title: null, url: 'javascript:alert(1)', lang: null },
  ],
};

export const SAMPLE_CARD: ClaimCard = {
  id: 'jets-sold',
  topic: 'disposal',
  proposition: 'Jets were sold abroad',
  status: 'denied',
  rung: 'auctioned',
  counts: { denial: 1, doubt: 0, support: 0, confirmation: 0, report: 0, comment: 0 },
  statements: [SAMPLE_DENIAL],
  origin: ['A channel', 'A daily'],
};

export const SAMPLE_RECORD: ClaimRecord = {
  card: SAMPLE_CARD,
  record: {
    id: 'jets-sold',
    topic: 'disposal',
    proposition: { en: 'Jets were sold abroad', ru: 'Самолёты проданы за рубеж' },
    rung: 'auctioned',
    firstReport: { date: '2024-04', by: { en: 'A channel' } },
    statements: [
      {
        id: 'ministry-denies',
        kind: 'denial',
        speaker: 'ministry',
        summary: { en: 'Says that nothing was sold.' },
        documents: ['one'],
      },
    ],
    contradictions: [
      {
        point: { en: 'How many were sold' },
        versions: [
          { value: { en: 'eighty-one' }, documents: ['one'] },
          { value: { en: 'all of them' }, documents: ['one', 'gone'] },
        ],
        note: { en: 'Both figures stand on one page.' },
      },
    ],
    frames: [{ id: 'sold', roles: { action: ['sell'] } }],
    fixtures: { positive: [], negative: [] },
    history: [{ date: '2026-01-01', what: { en: 'Recorded.' }, why: { en: 'First edition.' } }],
  },
  uncounted: [
    { ...SAMPLE_DENIAL, id: 'other', kind: 'doubt', speaker: 'A scholar', date: null, office: null, scope: null },
  ],
  documents: {
    one: {
      source: 'Daily',
      sourceId: 'daily',
      kind: 'independent-media',
      title: 'Page one',
      url: 'https://daily.example/1',
      lang: 'en',
      date: '2024-04-27',
    },
  },
};

export const SAMPLE_CAPTURE: Capture = {
  quote: { type: 'TextQuoteSelector', prefix: 'They say ', exact: 'jets were sold', suffix: ' last week.' },
  position: { type: 'TextPositionSelector', start: 9, end: 23 },
  url: 'https://news.example/jets',
  title: 'Jets',
  author: 'A. Writer',
  date: '2026-01-04',
  lang: 'en',
  link: null,
  limited: false,
};

export const SAMPLE_REPORT: Report = {
  ...EMPTY_CONTENT,
  ...SAMPLE_CAPTURE,
  version: 1,
  id: 'report-0001',
  state: 'draft',
  created: '2026-01-05T10:00:00.000Z',
  changed: '2026-01-05T10:00:00.000Z',
  note: 'Seen twice.',
};

/** Frozen, so that no picture changes with what is measured. */
export const SAMPLE_DIAL = {
  mentions: 108,
  misleading: 644,
  settings: {
    quiet: { found: 71, marked: 5 },
    normal: { found: 83, marked: 11 },
    thorough: { found: 86, marked: 19 },
  },
};
