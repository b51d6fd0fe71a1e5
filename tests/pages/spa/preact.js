/** The same app in Preact, which reuses text nodes where React makes new ones. */
import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import { VIEWS } from './article.js';

function App() {
  const [at, setAt] = useState(0);
  const [title, paragraphs] = VIEWS[at % VIEWS.length];
  return h(
    'main',
    null,
    h('h1', null, title),
    h('button', { id: 'next', onClick: () => setAt(at + 1) }, 'Next article'),
    paragraphs.map((text) => h('p', null, text)),
    h('p', null, 'Seen: ', at, ' times'),
  );
}

render(h(App), document.querySelector('#app'));
