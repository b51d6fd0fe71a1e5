// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_CHARACTERS, placeOf } from '../../../lib/page/block-text';
import { collectBlocks, collectSteps, findTitle, rangeOf } from '../../../lib/page/collect';
import { EVERYTHING, newPart, STEP_NODES } from '../../../lib/page/walk';

function pageOf(html: string): Document {
  return new DOMParser().parseFromString(
    `<!doctype html><html><head><title>Tab title</title></head><body>${html}</body></html>`,
    'text/html',
  );
}
const textsOf = (html: string): string[] => [...collectBlocks(pageOf(html))].map((block) => block.text);

describe('blocks', () => {
  test.each<[fact: string, html: string, texts: string[]]>([
    ['keep words of inline elements together', '<p>Ka<b>zakh</b>stan <i>said</i></p>', ['Kazakhstan said']],
    ['end at block elements', '<div>one<p>two</p>three</div>', ['one', 'two', 'three']],
    ['make one space of white space', '<p>  a \n\t b&nbsp;c  </p>', ['a b\u00a0c']],
    ['take br as a space', '<p>a<br>b</p>', ['a b']],
    ['leave out what hidden hides', '<p>a</p><p hidden>b</p><div hidden><p>c</p></div>', ['a']],
    ['read what only a style hides', '<p style="display:none">a</p>', ['a']],
    ['leave out scripts and styles without a gap', '<p>a<script>x</script>b<style>y</style>c</p>', ['abc']],
    ['part words at a control', '<p>a<input value="secret">b<textarea>secret</textarea></p>', ['a b']],
    ['never read an editor', '<div contenteditable>secret</div><div role="textbox">secret</div><p>a</p>', ['a']],
    ['read what says it is no editor', '<p contenteditable="false">a</p>', ['a']],
    ['part words at elements of components', '<p>a<x-b>b</x-b>c</p>', ['a b c']],
    ['end at an empty line of preformatted text', '<pre>a\nb\n\nc</pre>', ['a b', 'c']],
    ['read each table cell apart', '<table><tr><td>a</td><td>b</td></tr></table>', ['a', 'b']],
    ['are none on an empty page', ' ', []],
  ])('%s', (_fact, html, texts) => {
    expect(textsOf(html)).toEqual(texts);
  });

  test('come in steps, however many nodes hold none', () => {
    const doc = pageOf(`<p>a</p>${'<i></i>'.repeat(3 * STEP_NODES)}<p>b</p>`);
    const steps = [...collectSteps(newPart<Node>(doc), EVERYTHING)].map((step) =>
      step !== null && 'text' in step ? step.text : null,
    );
    expect(steps).toEqual(['a', null, null, null, 'b']);
  });

  test('tell headings, also inside them, and the language around them', () => {
    const blocks = [...collectBlocks(pageOf('<div lang="ru"><h1><div>А</div></h1><h2>Б</h2></div><p>c</p>'))];
    expect(blocks.map(({ kind, isTopHeading, lang }) => [kind, isTopHeading, lang])).toEqual([
      ['heading', true, 'ru'],
      ['heading', false, 'ru'],
      ['text', false, undefined],
    ]);
  });

  test('walk open shadow roots, nested ones too', () => {
    const doc = pageOf('<section><div id="host">light</div></section>');
    const root = doc.getElementById('host')?.attachShadow({ mode: 'open' });
    const inner = doc.createElement('div');
    const p = doc.createElement('p');
    p.textContent = 'deep';
    inner.attachShadow({ mode: 'open' }).append(p);
    root?.append(inner);
    expect([...collectBlocks(doc)].map((block) => block.text)).toEqual(['deep', 'light']);
  });

  test('cut a text that has no end at sentences', () => {
    const texts = textsOf(`<p>${'A short sentence stands here. '.repeat(3_000)}</p>`);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.every((text) => text.length <= MOST_CHARACTERS && text.endsWith('here.'))).toBe(true);
  });

  test('know for every character the node and offset that it came from', () => {
    const word = fc.stringMatching(/^[ab \n\t]{0,8}$/);
    const inline = fc.tuple(fc.constantFrom('b', 'x-y', 'i'), word).map(([tag, text]) => `<${tag}>${text}</${tag}>`);
    const page = fc.array(fc.oneof(word, inline, fc.constant('<br>'), fc.constant('<p>mid</p>')), { maxLength: 12 });
    fc.assert(
      fc.property(page, (parts) => {
        for (const block of collectBlocks(pageOf(`<div>${parts.join('')}</div>`))) {
          for (let i = 0; i < block.text.length; i++) {
            const place = placeOf(block.runs, i);
            expect(place).not.toBeNull();
            const from = place?.node.textContent?.[place.offset] ?? '';
            if (block.text[i] !== ' ') expect(from).toBe(block.text[i]);
          }
          const range = rangeOf(block, 0, block.text.length);
          const lastOffset = (range?.endOffset ?? 0) - 1;
          expect(range?.startContainer.textContent?.[range.startOffset]).toBe(block.text[0]);
          expect(range?.endContainer.textContent?.[lastOffset]).toBe(block.text.at(-1));
        }
      }),
    );
  });
});

describe('the title of a page', () => {
  test.each([
    ['is its first heading with words', '<h1> </h1><h1 hidden>x</h1><h1>Real <b>one</b></h1>', 'Real one'],
    ['else that of the document', '<h2>Other</h2>', 'Tab title'],
  ])('%s', (_fact, html, title) => {
    expect(findTitle(pageOf(html))).toBe(title);
  });
});
