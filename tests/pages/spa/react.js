/** A single-page app in React that replaces its article, keeps paragraphs by key and rewrites text in place. */
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { VIEWS } from './article.js';

function App() {
  const [at, setAt] = useState(0);
  const [title, paragraphs] = VIEWS[at % VIEWS.length];
  return h(
    'main',
    null,
    h('h1', null, title),
    h('button', { id: 'next', onClick: () => setAt(at + 1) }, 'Next article'),
    paragraphs.map((text) => h('p', { key: text }, text)),
    h('p', null, 'Seen: ', at, ' times'),
  );
}

createRoot(document.querySelector('#app')).render(h(App));
