// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { capturePage } from '../../../lib/page/capture';
import { makeCapture } from '../../../lib/background/report-menu';

const captureSelection = () => capturePage(document, { link: null });

function select(from: Node, start: number, to: Node, end: number): void {
  const range = document.createRange();
  range.setStart(from, start);
  range.setEnd(to, end);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

function textOf(selector: string): Node {
  const node = document.querySelector(selector)?.firstChild;
  if (node === null || node === undefined) throw new Error(`${selector} has no text`);
  return node;
}

beforeEach(() => {
  getSelection()?.removeAllRanges();
  document.documentElement.lang = 'en';
  document.title = 'A page';
  document.body.innerHTML = `
    <h1>Old   aircraft</h1><p id="a">The sale was\n        announced on Monday.</p><script>const hidden = 1;</script><p id="b" lang="ru">Второй абзац.</p><p id="c">Third.</p>`;
});

describe('a selection', () => {
  test('within one paragraph is quoted with what stands around it', () => {
    select(textOf('#a'), 4, textOf('#a'), 8);
    expect(captureSelection()).toMatchObject({
      quote: { exact: 'sale', prefix: 'Old aircraft The ', suffix: ' was announced on Monday. Второй абзац. Third.' },
      title: 'A page',
      lang: 'en',
    });
  });

  test('over two paragraphs keeps their words apart and leaves scripts out', () => {
    select(textOf('#a'), 0, textOf('#b'), 6);
    expect(captureSelection().quote.exact).toBe('The sale was announced on Monday. Второй');
  });

  test('of whole elements is their text', () => {
    select(document.body, 0, document.body, document.body.childNodes.length);
    expect(captureSelection().quote).toMatchObject({
      exact: 'Old aircraft The sale was announced on Monday. Второй абзац. Third.',
      prefix: '',
      suffix: '',
    });
  });

  test('takes the language that is nearest', () => {
    select(textOf('#b'), 0, textOf('#b'), 6);
    expect(captureSelection().lang).toBe('ru');
  });

  test('names its place in the text as it was read', () => {
    select(textOf('#b'), 7, textOf('#b'), 12);
    const captured = captureSelection();
    const text = 'Old aircraft The sale was announced on Monday. Второй абзац. Third.';
    expect(text.slice(captured.position?.start, captured.position?.end)).toBe('абзац');
  });

  test('of a long page takes 64 characters on either side and no more', () => {
    document.body.innerHTML = `<p>${'before '.repeat(100)}</p><p id="m">middle</p><p>${'after '.repeat(100)}</p>`;
    select(textOf('#m'), 0, textOf('#m'), 6);
    const quote = captureSelection().quote;
    expect([quote.prefix.length, quote.exact, quote.suffix.length]).toEqual([64, 'middle', 64]);
  });

  test('that is none, or nothing but space, quotes nothing: the page as a whole is meant', () => {
    const nothing = { quote: { exact: '', prefix: '', suffix: '' }, position: null, title: 'A page', lang: 'en' };
    expect(captureSelection()).toMatchObject(nothing);
    select(textOf('#a'), 3, textOf('#a'), 3);
    expect(captureSelection()).toMatchObject(nothing);
    document.body.innerHTML = '<p id="space">   </p>';
    select(textOf('#space'), 0, textOf('#space'), 3);
    expect(captureSelection()).toMatchObject(nothing);
  });
});

test('a link that was clicked is quoted with what stands around it', () => {
  document.body.innerHTML = '<p>See <a href="https://other.example/a?b">the sale</a> of jets.</p>';
  const { quote } = capturePage(document, { link: 'https://other.example/a?b' });
  expect(quote).toMatchObject({ exact: 'the sale', prefix: 'See ', suffix: ' of jets.' });
  const capture = makeCapture(
    capturePage(document, { link: 'https://other.example/a?b' }),
    { linkUrl: 'https://other.example/a?b', pageUrl: 'https://daily.example/' },
    undefined,
  );
  expect(capture.link).toBe('https://other.example/a');
});

test('a link that leads to no page of the web is left out', () => {
  expect(makeCapture(null, { linkUrl: 'javascript:alert(1)' }, undefined).link).toBeNull();
});

test('what the page says of itself comes along', () => {
  document.head.innerHTML = `<script type="application/ld+json">
    {"@type":"NewsArticle","datePublished":"2024-04-28T10:00:00Z","author":{"name":"A. Writer"}}</script>`;
  select(textOf('#a'), 4, textOf('#a'), 8);
  expect(captureSelection()).toMatchObject({ date: '2024-04-28', author: 'A. Writer' });
  document.head.innerHTML = '';
});

test('words in a field come from the menu, and the report says that it is limited', () => {
  const capture = makeCapture(captureSelection(), { selectionText: 'typed' }, undefined);
  expect(capture).toMatchObject({ quote: { exact: 'typed', prefix: '' }, position: null, limited: true });
});

test('a frame without an address of its own stands in the page that the menu names', () => {
  select(textOf('#a'), 4, textOf('#a'), 8);
  const captured = captureSelection();
  const capture = makeCapture(
    { ...captured, address: 'about:srcdoc' },
    { pageUrl: 'https://daily.example/a?b' },
    undefined,
  );
  expect(capture).toMatchObject({ url: 'https://daily.example/a', limited: false });
});

test('a page without a title of its own gets that of its tab', () => {
  document.title = '';
  select(textOf('#a'), 4, textOf('#a'), 8);
  expect(makeCapture(captureSelection(), {}, { title: 'Tab' }).title).toBe('Tab');
});
