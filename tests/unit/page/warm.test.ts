// @vitest-environment happy-dom
/** A page that is passed where nothing of ours stands gives what a page gives whose every block is read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../lib/engine/index/build';
import { check, openIndexedReader } from '../../../lib/engine/read';
import type { Block } from '../../../lib/engine/types';
import { collectBlocks } from '../../../lib/page/collect';
import { openPageReader } from '../../../lib/page/read-page';
import { findNewRoots, findWarm, type Warm, type WarmSearch } from '../../../lib/page/warm';
import { SMALL } from '../../support/small-pack';
import { pageOf } from './page-fixture';

const bytes = buildIndex(SMALL);
/** Other anchors, too many to be searched for: words of five letters. */
const others = Array.from({ length: 1_001 }, (_, i) => {
  const word = (i + 26 ** 2).toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
  return { id: `other-${i}`, kind: 'object' as const, anchor: true, forms: { en: [`zq${word}`] } };
});
const manyBytes = buildIndex({ ...SMALL, concepts: [...SMALL.concepts, ...others] });
const READERS = [
  ['by search', () => openIndexedReader(bytes)],
  ['by words', () => openIndexedReader(manyBytes)],
] as const;

function warmOf(change: Partial<WarmSearch> & Pick<WarmSearch, 'doc' | 'reader'>): Warm {
  const search = { onRoot: () => undefined, mostCharacters: 1_000_000, isLate: () => false, ...change };
  const steps = findWarm(search);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

const idsOf = ({ elements }: Warm): string[] =>
  [...elements].flatMap((node) => (node instanceof Element && node.id !== '' ? [node.id] : []));

test('many anchors are not searched for', () => {
  expect(openIndexedReader(bytes).gate).not.toBeNull();
  expect(openIndexedReader(manyBytes).gate).toBeNull();
});

test('an open shadow root is found among more elements than one search goes through', () => {
  const doc = pageOf(`<div><div>${'<i></i>'.repeat(20_500)}<p id="host"></p></div></div>`);
  const root = doc.getElementById('host')?.attachShadow({ mode: 'open' });
  const steps = findNewRoots(doc, new WeakSet());
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  expect(step.value).toEqual([root]);
});

describe.each(READERS)('%s', (_how, open) => {
  test.each([
    ['<p id="a">Nothing</p>'.padEnd(300) + '<p id="b">Kazakhstan</p>', ['b'], ['a']],
    ['<div id="a"><p id="b">of <b id="c">Kazakhstan</b></p></div><p id="d"></p>', ['a', 'b', 'c'], ['d']],
    ['<p id="a"><b>Kaz</b><i>akh</i>stan</p>', ['a'], []],
    ['<p id="a"><b>K</b>azakhstan</p>', ['a'], []],
    ['<ul><li>2020</li><li id="a"><b>K</b>azakhstan</li></ul>', ['a'], []],
    [`<script id="a">/* Kazakhstan */${' '.repeat(400)}</script>`, [], ['a']],
  ])('%s: warm are %j, cold %j', (html, warm, cold) => {
    const ids = idsOf(warmOf({ doc: pageOf(html), reader: open() }));
    expect(ids).toEqual(expect.arrayContaining(warm));
    expect(ids.filter((id) => cold.includes(id))).toEqual([]);
  });

  test('open shadow roots are warm, nested ones too, and each is told once', () => {
    const doc = pageOf('<div id="host"></div><p id="cold">Nothing</p>');
    const outer = doc.getElementById('host')?.attachShadow({ mode: 'open' });
    outer?.append(doc.createElement('x-inner'));
    outer?.firstElementChild?.attachShadow({ mode: 'open' }).append('Kazakhstan');
    const roots: ShadowRoot[] = [];
    const warm = warmOf({ doc, reader: open(), onRoot: (root) => roots.push(root) });
    expect(roots).toHaveLength(2);
    expect(idsOf(warm)).toEqual(['host']);
  });

  test.each(Array.from({ length: 12 }, (_, i) => 490 + i))(
    'a name in pieces is found after %i elements, where one stretch of the page ends and the next begins',
    (count) => {
      const name = '<p id="a"><b>Kaz</b><i>akh</i>stan</p>';
      const doc = pageOf(`<p id="cold">Nothing</p>${'<u>so </u>'.repeat(count)}${name}${'<u>on </u>'.repeat(700)}`);
      const ids = idsOf(warmOf({ doc, reader: open() }));
      expect(ids).toContain('a');
      expect(ids).not.toContain('cold');
    },
  );

  test('a long script counts for nothing, wherever it stands', () => {
    const script = `<script id="a">/* Kazakhstan ${'word '.repeat(20_000)} */</script>`;
    const far = '<p>Some words that stand between them.</p>'.repeat(9);
    const doc = pageOf(`${far}${script}<p id="b">Kazakhstan</p>${far}<div>${script}</div><p id="c">Nothing</p>`);
    const warm = warmOf({ doc, reader: open(), mostCharacters: 10_000 });
    expect(warm.cap).toBeNull();
    expect(idsOf(warm)).toEqual(['b']);
  });

  test('what the page takes away meanwhile does not end the search', () => {
    const doc = pageOf(`${'<div><u>so </u></div>'.repeat(1_500)}<p id="a">Kazakhstan</p>`);
    const search = findWarm({ doc, reader: open(), onRoot: () => undefined, mostCharacters: 1e6, isLate: () => false });
    let step = search.next();
    // Where it is, and what stands next.
    for (const div of [...doc.querySelectorAll('div')].slice(200, 600)) div.remove();
    while (step.done !== true) step = search.next();
    expect(idsOf(step.value)).toEqual(['a']);
  });

  test('a limit ends the search and is told', () => {
    const doc = pageOf('<p>Nothing at all. </p>'.repeat(3_000));
    expect(warmOf({ doc, reader: open(), mostCharacters: 10_000 }).cap).toBe('text');
    expect(warmOf({ doc, reader: open(), isLate: () => true }).cap).toBe('time');
    expect(warmOf({ doc, reader: open() }).cap).toBeNull();
  });

  test('a text of any length is looked through in steps', () => {
    const doc = pageOf('<p id="a"></p>');
    doc.getElementById('a')?.append(`${'word '.repeat(60_000)}Kazakhstan${' word'.repeat(60_000)}`);
    let steps = 0;
    const search = findWarm({ doc, reader: open(), onRoot: () => undefined, mostCharacters: 1e6, isLate: () => false });
    let step = search.next();
    for (; step.done !== true; step = search.next()) steps++;
    expect(idsOf(step.value)).toEqual(['a']);
    expect(steps).toBeGreaterThan(5);
  });

  test('what is found is what is found where every block is read', async () => {
    const word = fc.constantFrom(
      'Kazakhstan',
      'sold',
      'jets',
      'to the US.',
      'They',
      'were sold.',
      'Nothing.',
      'bought',
      '-',
    );
    const sentence = fc.constantFrom(
      'Kazakhstan sold jets to the US.',
      'They were sold to the US.',
      'The US bought them.',
    );
    const words = fc.oneof(
      sentence,
      fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' ')),
    );
    const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
      node: fc.oneof(
        { weight: 3, arbitrary: words.map((text) => `<p>${text}</p>`) },
        { weight: 1, arbitrary: words },
        { weight: 1, arbitrary: words.map((text) => `<h2>${text}</h2>`) },
        { weight: 1, arbitrary: words.map((text) => `<b>${text}</b> `) },
        { weight: 1, arbitrary: fc.constant('<p>Nothing.</p>'.repeat(15)) },
        { weight: 1, arbitrary: fc.constant('<p hidden>Kazakhstan sold jets to the US.</p>') },
        { weight: 2, arbitrary: tie('tree') },
      ),
      tree: fc.array(tie('node'), { maxLength: 5 }).map((list) => `<div>${list.join('')}</div>`),
    }));
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 4 }), async (trees) => {
        const doc = pageOf(trees.join(''));
        doc.title = 'Weather';
        const blocks = [...collectBlocks(doc)].map(({ text, kind }): Block => ({ text, kind }));
        const readings = check(openIndexedReader(bytes), [{ kind: 'title', text: 'Weather' }, ...blocks]);
        const expected = readings.map(({ findings }) => findings).filter((findings) => findings.length > 0);
        const pass = await openPageReader(doc, open(), new AbortController().signal)();
        found += expected.length;
        expect(pass?.read.map(({ findings }) => findings)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(30);
  });
});

test('of a large page without our names no element is walked', async () => {
  const doc = pageOf(`<main>${'<section><p>Nothing.</p></section>'.repeat(500)}</main>`);
  doc.title = 'Weather';
  let asked = 0;
  const { prototype } = Element;
  const real = prototype.getAttribute;
  prototype.getAttribute = function getAttribute(name) {
    asked++;
    return real.call(this, name);
  };
  try {
    await openPageReader(doc, openIndexedReader(bytes), new AbortController().signal)();
  } finally {
    prototype.getAttribute = real;
  }
  expect(asked).toBeLessThan(30);
});
