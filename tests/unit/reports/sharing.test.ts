/** Every way in which reports leave gives back, when it is read by the format's own rules, the text that went in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportWords } from '../../../components/report/report-words';
import { readReportsFile } from '../../../lib/reports/read-file';
import type { Report } from '../../../lib/reports/report';
import { toWebAnnotation } from '../../../lib/reports/share/annotation';
import { isReviewed, toClaimReview } from '../../../lib/reports/share/claim-review';
import { CSV_COLUMNS, toCsv } from '../../../lib/reports/share/csv';
import { listShareKinds, makeShareForm } from '../../../lib/reports/share/forms';
import { isIssueAddress, MOST_ADDRESS, toIssueAddress, toMailAddress } from '../../../lib/reports/share/links';
import { reportToMarkdown, toReportsMarkdown } from '../../../lib/reports/share/markdown';
import { toReportsJson } from '../../../lib/reports/share/report-json';
import { wordsFor } from '../../../lib/words/words';
import { anyReport } from './arbitrary';

const WORDS = reportWords(wordsFor('en'));
const MAKING = { newId: () => 'new-report-id', now: '2026-01-01T00:00:00.000Z' };
const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function readBack(file: string): readonly Report[] {
  const read = readReportsFile(file, MAKING);
  expect(read).toMatchObject({ ok: true, left: [] });
  return read.ok ? read.reports : [];
}

/** CSV by RFC 4180: rows of cells. */
function parseCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < csv.length;) {
    expect(csv[at]).toBe('"');
    let cell = '';
    for (at++; csv[at] !== '"' || csv[at + 1] === '"'; at++) {
      cell += csv[at];
      if (csv[at] === '"') at++;
    }
    row.push(cell);
    at++;
    if (csv[at] === ',') at++;
    else {
      expect(csv.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** By CommonMark: a backslash before ASCII punctuation stands for that character; nothing else may be markup. */
function unescapeMarkdown(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])/gu, '$1');
}

describe('JSON', () => {
  test('gives back the reports as they were', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 4 }), (reports) => {
        expect(readBack(toReportsJson(reports))).toEqual(reports);
      }),
    );
  });
});

describe('CSV', () => {
  test('gives back every text, and no cell begins with what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { minLength: 1, maxLength: 3 }), (reports) => {
        const [head, ...rows] = parseCsv(toCsv(reports));
        expect(head).toEqual([...CSV_COLUMNS]);
        expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
        const column = (name: (typeof CSV_COLUMNS)[number]) =>
          rows.map((row) => (row[CSV_COLUMNS.indexOf(name)] ?? '').replace(/^'/u, ''));
        expect(column('quote')).toEqual(reports.map(({ quote }) => quote.exact));
        expect(column('note')).toEqual(reports.map(({ note }) => note));
        expect(column('sentence')).toEqual(reports.map(({ sentence }) => sentence));
        expect(column('title')).toEqual(reports.map(({ title }) => title ?? ''));
      }),
    );
  });

  test.each(['=SUM(A1)', '+1', '-1', '@x', '\tx', '\rx', "'x"])('puts an apostrophe before %o', (note) => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(toCsv([{ ...report, note }])).toContain(`"'${note}"`);
      }),
      { numRuns: 1 },
    );
  });
});

describe('Markdown', () => {
  test('gives back quote, sentence and note, in which no markup is left', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const lines = reportToMarkdown(report, WORDS).split('\n');
        const quoted = lines.filter((line) => line.startsWith('>')).map((line) => line.slice(1));
        expect(flat(unescapeMarkdown(quoted.join('\n')))).toBe(flat(report.quote.exact));
        // A quote may be nothing but space: then it is quoted as an empty line.
        for (const line of quoted) expect(line.trim()).not.toMatch(/^(?:[>#]|[-+=](?:[-+=\s]|$)|\d+[.)](?:\s|$))/u);
        if (report.sentence.trim() !== '')
          expect(flat(unescapeMarkdown(lines[0]?.slice(3) ?? ''))).toBe(flat(report.sentence));
        const note = lines.find((line) => line.startsWith(`- **${WORDS.note}**: `));
        if (report.note.trim() !== '') {
          expect(flat(unescapeMarkdown(note?.slice(WORDS.note.length + 8) ?? ''))).toBe(flat(report.note));
        }
        // What could open markup stands behind a backslash, but for what we wrote ourselves.
        const theirs = [...quoted, note?.slice(WORDS.note.length + 8) ?? ''].join('\n').replace(/\\./gsu, '');
        expect(theirs).not.toMatch(/[`*_[\]<>#|~&]/u);
      }),
    );
  });

  test('of several reports holds each', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { minLength: 1, maxLength: 3 }), (reports) => {
        const headings = toReportsMarkdown(reports, WORDS).match(/^## /gmu) ?? [];
        expect(headings).toHaveLength(reports.length);
      }),
    );
  });
});

describe('Web Annotation', () => {
  /** What https://www.w3.org/TR/annotation-model/ says an annotation must have, and of which kind. */
  function checkAnnotation(one: Record<string, unknown>): void {
    expect(one['type']).toBe('Annotation');
    expect(one['id']).toMatch(/^urn:uuid:/u);
    expect(one['created']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
    const target = one['target'] as Record<string, unknown>;
    expect(() => new URL(String(target['source']))).not.toThrow();
    for (const selector of (target['selector'] ?? []) as readonly Record<string, unknown>[]) {
      if (selector['type'] === 'TextQuoteSelector') expect(typeof selector['exact']).toBe('string');
      else
        expect(selector).toMatchObject({
          type: 'TextPositionSelector',
          start: expect.any(Number),
          end: expect.any(Number),
        });
    }
    for (const body of one['body'] as readonly Record<string, unknown>[])
      expect(body).toMatchObject({ type: 'TextualBody', value: expect.any(String), purpose: expect.any(String) });
  }

  test('has the fields that the model requires, and gives back the report', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const annotation = JSON.parse(toWebAnnotation([report])) as Record<string, unknown>;
        expect(annotation['@context']).toContain('http://www.w3.org/ns/anno.jsonld');
        checkAnnotation(annotation);
        // Without words to quote there is no selector that could hold what stands around them.
        const empty = { ...report, quote: { ...report.quote, prefix: '', suffix: '' }, position: null };
        expect(readBack(toWebAnnotation([report]))).toEqual([report.quote.exact === '' ? empty : report]);
      }),
    );
  });

  test('of several reports is a page of them', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { minLength: 2, maxLength: 3 }), (reports) => {
        const page = JSON.parse(toWebAnnotation(reports)) as { type: string; items: Record<string, unknown>[] };
        expect(page.type).toBe('AnnotationPage');
        for (const one of page.items) checkAnnotation(one);
        expect(readBack(toWebAnnotation(reports)).map(({ id }) => id)).toEqual(reports.map(({ id }) => id));
      }),
    );
  });

  test('of somebody else becomes a report', () => {
    const theirs = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://notes.example/1',
      type: 'Annotation',
      body: { type: 'TextualBody', value: 'Is that so?' },
      target: { source: 'https://news.example/', selector: { type: 'TextQuoteSelector', exact: 'jets were sold' } },
    };
    expect(readBack(JSON.stringify(theirs))).toMatchObject([
      { id: 'new-report-id', note: 'Is that so?', url: 'https://news.example/', quote: { exact: 'jets were sold' } },
    ]);
  });
});

describe('ClaimReview', () => {
  test('has the fields of schema.org, is made for reviewed reports only, and gives back what it holds', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 3 }), (reports) => {
        const reviewed = reports.filter(isReviewed);
        const file = toClaimReview(reports);
        if (file === null) {
          expect(reviewed).toEqual([]);
          return;
        }
        const data = JSON.parse(file) as Record<string, unknown>;
        expect(data['@context']).toBe('https://schema.org');
        const list = (data['dataFeedElement'] ?? [data]) as Record<string, unknown>[];
        for (const one of list) {
          expect(one).toMatchObject({
            '@type': 'ClaimReview',
            claimReviewed: expect.any(String),
            author: { '@type': 'Organization', name: expect.any(String) },
            reviewRating: { '@type': 'Rating', alternateName: expect.any(String) },
            itemReviewed: { '@type': 'Claim' },
          });
          expect(one['url']).toMatch(/^https?:/u);
        }
        const back = readBack(file).map(({ sentence, review }) => ({ sentence, review }));
        expect(back).toEqual(reviewed.map(({ sentence, review }) => ({ sentence, review })));
      }),
    );
  });
});

describe('an address', () => {
  const long = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 9000 });

  test.each(['https://forge.example/claims/issues/new', 'https://forge.example/new?labels=claim'])(
    'for a new issue at %s is at most 6,000 characters and holds the text or its beginning',
    (form) => {
      fc.assert(
        fc.property(long, fc.string({ unit: 'grapheme', maxLength: 300 }), (body, title) => {
          const { address, text, isCut } = toIssueAddress(form, title, body);
          expect(address.length).toBeLessThanOrEqual(MOST_ADDRESS);
          expect(new URL(address).searchParams.get('body')).toBe(text);
          if (isCut) expect(body.startsWith(text.slice(0, -1))).toBe(true);
          else expect(text).toBe(body);
        }),
        { numRuns: 40 },
      );
    },
  );

  test('for a mail is within the same limit and says subject and body', () => {
    fc.assert(
      fc.property(long, (body) => {
        const { address, text } = toMailAddress('A claim', body);
        expect(address.length).toBeLessThanOrEqual(MOST_ADDRESS);
        const fields = new URLSearchParams(address.slice('mailto:?'.length).replaceAll('+', '%2B'));
        expect([fields.get('subject'), fields.get('body')]).toEqual(['A claim', text]);
      }),
      { numRuns: 40 },
    );
  });

  test('names GitLab’s fields where the form is GitLab’s', () => {
    const { address } = toIssueAddress('https://gitlab.example/group/claims/-/issues/new', 'A', 'B');
    expect(new URL(address).searchParams.get('issue[description]')).toBe('B');
  });

  test.each([
    ['https://forge.example/new', true],
    ['http://127.0.0.1:8080/new', true],
    ['http://forge.example/new', false],
    ['https://me:secret@forge.example/new', false],
    ['javascript:alert(1)', false],
    ['forge.example', false],
    ['', false],
  ])('%s is taken for an issue form: %s', (address, is) => {
    expect(isIssueAddress(address)).toBe(is);
  });
});

test('a kind is offered only where it says something', () => {
  fc.assert(
    fc.property(fc.array(anyReport, { minLength: 1, maxLength: 3 }), fc.boolean(), (reports, isPrivate) => {
      const kinds = listShareKinds(reports, isPrivate);
      expect(kinds.includes('claim-review')).toBe(reports.some(isReviewed));
      expect(kinds.includes('mail')).toBe(reports.length === 1 && !isPrivate);
      for (const kind of kinds) {
        const form = makeShareForm(kind, reports, WORDS, 'https://forge.example/new');
        expect(form?.text.length).toBeGreaterThan(0);
      }
    }),
  );
});

describe('a file', () => {
  test.each([
    ['{', 'not-json'],
    ['{}', 'not-reports'],
    ['[]', 'not-reports'],
    ['"x"', 'not-reports'],
    [' '.repeat(8_000_001), 'too-large'],
  ])('that begins %.20o is refused as %s', (text, fault) => {
    expect(readReportsFile(text, MAKING)).toEqual({ ok: false, fault });
  });

  test('is taken entry by entry: what cannot be taken is named', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const file = JSON.stringify({ format: 'dalel-reports', reports: [{ ...report, url: 'javascript:x' }, report] });
        const read = readReportsFile(file, MAKING);
        expect(read).toEqual({
          ok: true,
          reports: [report],
          left: [{ entry: 1, reason: 'url: Expected a web address' }],
        });
      }),
      { numRuns: 5 },
    );
  });
});
