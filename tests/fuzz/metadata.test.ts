// @vitest-environment happy-dom
/** What pages say of themselves: whatever stands there, what is read of it is a day, a name in one line and a language. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { readMetadata } from '../../lib/page/metadata';
import { fuzz } from './fuzz';
import { damage, edits, mutateText, nastyText } from './mutate';

const LINKED = JSON.stringify({
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', name: 'Lake Post' },
    {
      '@type': 'NewsArticle',
      datePublished: '2024-04-26T23:30:00+06:00',
      author: [{ '@type': 'Person', name: 'A. Writer' }],
      mainEntityOfPage: { '@id': 'https://lake.example/a', datePublished: '2024-04-27' },
    },
  ],
});
const METAS = ['article:published_time', 'date', 'author', 'article:author', 'og:locale'] as const;

const made = fc.record({
  linked: fc
    .record({ changes: edits, damaged: damage })
    .map(({ changes, damaged }) => damaged(mutateText(LINKED, changes))),
  metas: fc.array(
    fc.record({
      name: fc.constantFrom(...METAS),
      by: fc.constantFrom('name', 'property', 'itemprop'),
      content: nastyText,
    }),
    { maxLength: 4 },
  ),
  lang: nastyText,
  time: nastyText,
});

fuzz('metadata of pages', made, ({ linked, metas, lang, time }) => {
  const doc = document.implementation.createHTMLDocument('Page');
  const add = (name: string, parent: Element, attributes: readonly (readonly [string, string])[], text = ''): void => {
    const element = doc.createElement(name);
    for (const [attribute, value] of attributes) element.setAttribute(attribute, value);
    element.textContent = text;
    parent.append(element);
  };
  doc.documentElement.setAttribute('lang', lang);
  add('script', doc.head, [['type', 'application/ld+json']], linked);
  for (const { name, by, content } of metas) {
    add('meta', doc.head, [
      [by, name],
      ['content', content],
    ]);
  }
  add('time', doc.body, [
    ['pubdate', ''],
    ['datetime', time],
  ]);
  const { date, author, lang: read } = readMetadata(doc);
  if (date !== null) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
  expect(author ?? 'nobody').toMatch(/^\S(?:.{0,198}\S)?$/u);
  expect(read ?? 'en').toMatch(/^[a-z]{2,3}$/u);
});
