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
const BY = ['name', 'property', 'itemprop'] as const;
const MOST_METAS = 4;
const METAS = ['article:published_time', 'date', 'author', 'article:author', 'og:locale'] as const;

const made = fc.record({
  linked: fc
    .record({ changes: edits, damaged: damage })
    .map(({ changes, damaged }) => damaged(mutateText(LINKED, changes))),
  metas: fc.array(
    fc.record({
      name: fc.constantFrom(...METAS),
      by: fc.constantFrom(...BY),
      content: nastyText,
    }),
    { maxLength: MOST_METAS },
  ),
  lang: nastyText,
  datetime: nastyText,
});

/** One page for all cases, whose elements are written anew: happy-dom keeps every element that it ever made. */
const doc = document.implementation.createHTMLDocument('Page');
const elementOf = (name: string, parent: Element): Element => {
  const element = doc.createElement(name);
  parent.append(element);
  return element;
};
const script = elementOf('script', doc.head);
const written = Array.from({ length: MOST_METAS }, () => elementOf('meta', doc.head));
const time = elementOf('time', doc.body);
script.setAttribute('type', 'application/ld+json');
time.setAttribute('pubdate', '');

fuzz('metadata of pages', made, ({ linked, metas, lang, datetime }) => {
  doc.documentElement.setAttribute('lang', lang);
  script.textContent = linked;
  time.setAttribute('datetime', datetime);
  written.forEach((element, at) => {
    for (const by of [...BY, 'content']) element.removeAttribute(by);
    const meta = metas[at];
    if (meta === undefined) return;
    element.setAttribute(meta.by, meta.name);
    element.setAttribute('content', meta.content);
  });
  const { date, author, lang: read } = readMetadata(doc);
  if (date !== null) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
  expect(author ?? 'nobody').toMatch(/^\S(?:.{0,198}\S)?$/u);
  expect(read ?? 'en').toMatch(/^[a-z]{2,3}$/u);
});
