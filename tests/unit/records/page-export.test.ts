/** What is marked on a page, as texts that leave: each read back by its format's own rules. */
import { expect, test } from 'vitest';
import type { PageFindings } from '../../../lib/messages/protocol';
import {
  toPageAnnotations,
  toPageJson,
  toPageMarkdown,
  toPageText,
  toTextLink,
  type PageExportWords,
} from '../../../lib/records/page-export';
import { readReportsFile } from '../../../lib/reports/read-file';

const WORDS: PageExportWords = {
  status: (status) => `is ${status}`,
  stance: (stance) => `page ${stance}`,
  found: (count) => `${count} passages`,
};

const PAGE: PageFindings = {
  url: 'https://news.example/jets',
  title: 'Jets [old]',
  lang: 'en',
  findings: [
    {
      claim: 'jets-sold',
      proposition: 'Jets were sold to B.',
      status: 'denied',
      stance: 'asserts',
      confidence: 0.9,
      quote: { exact: 'A sold *81* jets, half-price', prefix: 'They say ', suffix: ' last week.' },
    },
  ],
};

test.each([
  ['two jets', 'https://news.example/a#:~:text=two%20jets'],
  ['half-price, now & then', 'https://news.example/a#:~:text=half%2Dprice%2C%20now%20%26%20then'],
  ['a b c d e f g h i j k', 'https://news.example/a#:~:text=a%20b%20c%20d,h%20i%20j%20k'],
  ['81 самолёт', 'https://news.example/a#:~:text=81%20%D1%81%D0%B0%D0%BC%D0%BE%D0%BB%D1%91%D1%82'],
])('the link to “%s” is %s', (quote, link) => {
  expect(toTextLink('https://news.example/a#top', quote)).toBe(link);
});

test('annotations are a page of them that gives the passages back', () => {
  const page = JSON.parse(toPageAnnotations(PAGE, WORDS)) as { type: string; items: readonly object[] };
  expect(page.type).toBe('AnnotationPage');
  expect(page.items[0]).toMatchObject({
    type: 'Annotation',
    target: { source: PAGE.url, selector: [{ type: 'TextQuoteSelector', ...PAGE.findings[0]?.quote }] },
  });
  const read = readReportsFile(toPageAnnotations(PAGE, WORDS), {
    newId: () => 'new-report-id',
    now: '2026-01-01T00:00:00.000Z',
  });
  expect(read).toMatchObject({
    ok: true,
    reports: [{ claim: 'jets-sold', sentence: 'Jets were sold to B.', url: PAGE.url, quote: PAGE.findings[0]?.quote }],
  });
});

test('JSON says what it is and holds all', () => {
  expect(JSON.parse(toPageJson(PAGE))).toEqual({ format: 'dalel-page', version: 1, ...PAGE });
});

test('Markdown links into the text, and nothing of the page becomes markup', () => {
  const text = toPageMarkdown(PAGE, WORDS);
  expect(text).toContain('# [Jets \\[old\\]](https://news.example/jets)');
  expect(text).toContain('[“A sold \\*81\\* jets, half-price”](https://news.example/jets#:~:text=A%20sold%20*81*');
  expect(text).toContain('- **is denied**: Jets were sold to B.');
});

test('plain text names status, claim, passage and stance', () => {
  expect(toPageText(PAGE, WORDS)).toBe(
    'Jets [old]\nhttps://news.example/jets\n1 passages\n\nis denied: Jets were sold to B.\n“A sold *81* jets, half-price”\npage asserts\n',
  );
});

test('a page without an address is exported without links', () => {
  const page = { ...PAGE, url: '', title: null };
  expect(toPageMarkdown(page, WORDS)).not.toContain('](');
  expect(toPageAnnotations(page, WORDS)).toContain('urn:dalel:no-page');
});
