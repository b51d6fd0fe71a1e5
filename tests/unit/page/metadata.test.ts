// @vitest-environment happy-dom
/** What a page says of its day, author and language, in whatever of the usual ways, and what it cannot make us believe. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMetadata } from '../../../lib/page/metadata';

function pageOf(head: string, body = '', lang = ''): Document {
  const doc = document.implementation.createHTMLDocument('Page');
  doc.head.innerHTML = head;
  doc.body.innerHTML = body;
  if (lang !== '') doc.documentElement.lang = lang;
  return doc;
}

const linked = (data: unknown): string =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;

test.each<[string, Document, string | null]>([
  ['JSON-LD', pageOf(linked({ '@type': 'NewsArticle', datePublished: '2024-04-26T23:30:00+06:00' })), '2024-04-26'],
  ['a graph', pageOf(linked({ '@graph': [{ '@type': 'WebSite' }, { datePublished: '2024-04-26' }] })), '2024-04-26'],
  ['a list', pageOf(linked([{ '@type': 'Person' }, { datePublished: '2024-04-26 10:00' }])), '2024-04-26'],
  ['the first sound one', pageOf(linked('{ broken') + linked({ datePublished: '2024-04-27' })), '2024-04-27'],
  ['Open Graph', pageOf('<meta property="article:published_time" content="2024-04-26T10:00Z">'), '2024-04-26'],
  ['a meta date', pageOf('<meta name="DATE" content="2024-04-26">'), '2024-04-26'],
  ['microdata', pageOf('<meta itemprop="datePublished" content="2024-04-26">'), '2024-04-26'],
  [
    'a time',
    pageOf('', '<article><header><time datetime="2024-04-26T08:00">x</time></header></article>'),
    '2024-04-26',
  ],
  [
    'JSON-LD before the rest',
    pageOf(`<meta name="date" content="2020-01-01">${linked({ datePublished: '2024-04-26' })}`),
    '2024-04-26',
  ],
  // When it was changed is not when it was published.
  ['a change only', pageOf(linked({ dateModified: '2024-04-26' })), null],
  ['words', pageOf(linked({ datePublished: 'April 26, 2024' })), null],
  ['a number', pageOf(linked({ datePublished: 20_240_426 })), null],
  ['no such day', pageOf('<meta name="date" content="2024-02-30">'), null],
  ['long before any page', pageOf('<meta name="date" content="0001-01-01">'), null],
  ['a time outside the article', pageOf('', '<footer><time datetime="2024-04-26">x</time></footer>'), null],
  ['nothing', pageOf(''), null],
  ['far too much', pageOf(linked({ pad: 'x'.repeat(300_000), datePublished: '2024-04-26' })), null],
])('the day from %s', (_what, doc, date) => {
  expect(readMetadata(doc).date).toBe(date);
});

test.each<[string, Document, string | null]>([
  ['JSON-LD', pageOf(linked({ author: { name: ' A.  Writer ' } })), 'A. Writer'],
  ['the first of several', pageOf(linked({ author: [{ name: 'A' }, { name: 'B' }] })), 'A'],
  ['a plain name', pageOf(linked({ author: 'A. Writer' })), 'A. Writer'],
  ['a meta element', pageOf('<meta name="author" content="A. Writer">'), 'A. Writer'],
  ['an address', pageOf('<meta property="article:author" content="https://daily.example/a">'), null],
  ['nothing', pageOf(''), null],
])('the author from %s', (_what, doc, author) => {
  expect(readMetadata(doc).author).toBe(author);
});

test.each<[string, Document, string | null]>([
  ['the document', pageOf('', '', 'kk-KZ'), 'kk'],
  ['Open Graph', pageOf('<meta property="og:locale" content="ru_RU">'), 'ru'],
  ['what is no language', pageOf('', '', 'русский'), null],
])('the language from %s', (_what, doc, lang) => {
  expect(readMetadata(doc).lang).toBe(lang);
});

test('property: whatever a page writes, reading it ends with a day or with none', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (data, content) => {
      const doc = pageOf(linked(JSON.stringify(data).replaceAll('<', '\\u003c')));
      const meta = doc.createElement('meta');
      meta.setAttribute('name', 'date');
      meta.setAttribute('content', content);
      doc.head.append(meta);
      expect(readMetadata(doc).date ?? '2024-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    }),
  );
});
