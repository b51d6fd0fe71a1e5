// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { captureSelection } from '../../../lib/background/capture';
import { makeCapture } from '../../../lib/background/report-menu';

vi.mock('wxt/browser', () => ({ browser: {} }));

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
    expect(captureSelection()?.quote.exact).toBe('The sale was announced on Monday. Второй');
  });

  test('of whole elements is their text', () => {
    select(document.body, 0, document.body, document.body.childNodes.length);
    expect(captureSelection()?.quote).toMatchObject({
      exact: 'Old aircraft The sale was announced on Monday. Второй абзац. Third.',
      prefix: '',
      suffix: '',
    });
  });

  test('takes the language that is nearest', () => {
    select(textOf('#b'), 0, textOf('#b'), 6);
    expect(captureSelection()?.lang).toBe('ru');
  });

  test('names its place in the text as it was read', () => {
    select(textOf('#b'), 7, textOf('#b'), 12);
    const captured = captureSelection();
    const text = 'Old aircraft The sale was announced on Monday. Второй абзац. Third.';
    expect(text.slice(captured?.position?.start, captured?.position?.end)).toBe('абзац');
  });

  test('of a long page takes 64 characters on either side and no more', () => {
    document.body.innerHTML = `<p>${'before '.repeat(100)}</p><p id="m">middle</p><p>${'after '.repeat(100)}</p>`;
    select(textOf('#m'), 0, textOf('#m'), 6);
    const quote = captureSelection()?.quote;
    expect([quote?.prefix.length, quote?.exact, quote?.suffix.length]).toEqual([64, 'middle', 64]);
  });

  test('that is none, or nothing but space, gives nothing', () => {
    expect(captureSelection()).toBeNull();
    select(textOf('#a'), 3, textOf('#a'), 3);
    expect(captureSelection()).toBeNull();
    document.body.innerHTML = '<p id="space">   </p>';
    select(textOf('#space'), 0, textOf('#space'), 3);
    expect(captureSelection()).toBeNull();
  });
});

test('a frame without an address of its own stands in the page that the menu names', () => {
  select(textOf('#a'), 4, textOf('#a'), 8);
  const captured = captureSelection();
  const capture = makeCapture(
    captured && { ...captured, address: 'about:srcdoc' },
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
