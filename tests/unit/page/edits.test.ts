// @vitest-environment happy-dom
/** A pass after any edits finds what a pass finds that knows nothing. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { buildIndex } from '../../../lib/engine/index/build';
import { openIndexedReader } from '../../../lib/engine/read';
import { rangeOf } from '../../../lib/page/collect';
import { openPageReader, type Pass } from '../../../lib/page/read-page';
import { SMALL } from '../../support/small-pack';
import { findingAt, openWatched, pageOf, wordReader, type SteppedReader } from './page-fixture';

const bytes = buildIndex(SMALL);

/** What the page does where a pass lets it go first, which it then does after every step. */
const turns = vi.hoisted(() => ({ onPause: null as (() => void) | null }));
vi.mock('../../../lib/page/slices', async (importActual) => {
  const actual = await importActual<typeof import('../../../lib/page/slices')>();
  const paused: ReturnType<typeof actual.startSlices> = {
    isOver: () => true,
    breathe: () => Promise.resolve(turns.onPause?.()),
    away: (other) => other,
    workMs: () => 0,
  };
  return { startSlices: () => (turns.onPause === null ? actual.startSlices() : paused) };
});

/** Finds something in every block, so that the blocks are compared themselves. */
function blockReader(): SteppedReader {
  const reader = wordReader();
  return {
    ...reader,
    *readSteps(block, context) {
      yield null;
      return {
        findings: [findingAt(0, block.text.length, { quote: `${block.kind} ${block.lang ?? ''} ${block.text}` })],
        context,
      };
    },
  };
}

const READERS: readonly (readonly [string, string, () => SteppedReader])[] = [
  ['every block', 'Weather', blockReader],
  ['where the title names us', 'Kazakhstan', () => openIndexedReader(bytes)],
  ['where it does not', 'Weather', () => openIndexedReader(bytes)],
];

const word = fc.constantFrom('Kazakhstan', 'sold', 'jets', 'to the US.', 'They', 'were sold.', 'Nothing.', 'bought');
const words = fc.oneof(
  fc.constantFrom(
    'Kazakhstan sold jets to the US.',
    'They were sold to the US.',
    'The US bought them.',
    ' ',
    '\n',
    'Jets are old.',
    'Kazakhstan sold 81 to the US.',
  ),
  fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
);
const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
  node: fc.oneof(
    { weight: 3, arbitrary: words.map((text) => `<p>${text}</p>`) },
    { weight: 2, arbitrary: words },
    { weight: 1, arbitrary: words.map((text) => `<h2>${text}</h2>\n`) },
    { weight: 1, arbitrary: words.map((text) => `<b>${text}</b> `) },
    { weight: 1, arbitrary: words.map((text) => `<x-y>${text}<p>${text}</p></x-y>`) },
    { weight: 1, arbitrary: fc.constant('<b>Kaz</b><u>x</u><i>akhstan</i> sold jets to the US.') },
    { weight: 1, arbitrary: fc.constant('<p>Nothing.</p>\n'.repeat(8)) },
    { weight: 1, arbitrary: words.map((text) => `<section hidden><p>${text}</p></section>`) },
    { weight: 2, arbitrary: tie('tree') },
  ),
  tree: fc
    .tuple(fc.constantFrom('div', 'section', 'span', 'pre'), fc.array(tie('node'), { maxLength: 4 }))
    .map(([name, list]) => `<${name}>${list.join('')}</${name}>`),
}));

const at = fc.nat({ max: 10_000 });
const edit = fc.oneof(
  fc.record({ kind: fc.constant('say' as const), at, words }),
  fc.record({ kind: fc.constant('remove' as const), at }),
  fc.record({ kind: fc.constant('insert' as const), at, before: at, tree: fc.oneof(tree, words) }),
  fc.record({ kind: fc.constant('move' as const), at, to: at, before: at }),
  fc.record({ kind: fc.constant('split' as const), at }),
  fc.record({ kind: fc.constant('empty' as const), at }),
  fc.record({
    kind: fc.constant('set' as const),
    at,
    name: fc.constantFrom('hidden', 'contenteditable', 'role', 'lang'),
    value: fc.constantFrom('true', 'false', 'main', 'textbox', 'ru', null),
  }),
  fc.record({ kind: fc.constant('root' as const), at, tree }),
  fc.record({ kind: fc.constant('title' as const), words }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** All nodes below it, those in shadow roots too. */
function nodesIn(top: Node): Node[] {
  const below = [...top.childNodes].flatMap((node) => [node, ...nodesIn(node)]);
  const root = top instanceof Element ? top.shadowRoot : null;
  return root === null ? below : [root, ...nodesIn(root), ...below];
}

function nodesOf(html: string): Node[] {
  const template = document.createElement('div');
  template.innerHTML = html;
  return [...template.childNodes];
}

function apply(change: Edit): void {
  const all = nodesIn(document.body);
  const pick = <T extends Node>(nodes: readonly T[], from: number): T | undefined => nodes[from % nodes.length];
  const elements = all.filter((node) => node instanceof Element);
  const parents = [document.body, ...all.filter((node) => !(node instanceof Text))];
  const put = (nodes: readonly Node[], parent: Node, before: number): void => {
    const next = pick([...parent.childNodes], before) ?? null;
    for (const node of nodes) parent.insertBefore(node, next);
  };
  switch (change.kind) {
    case 'say': {
      const text = pick(
        all.filter((node) => node instanceof Text),
        change.at,
      );
      if (text !== undefined) text.data = change.words;
      return;
    }
    case 'remove':
      pick(
        all.filter((node) => !(node instanceof ShadowRoot)),
        change.at,
      )?.parentNode?.removeChild(
        pick(
          all.filter((node) => !(node instanceof ShadowRoot)),
          change.at,
        ) as Node,
      );
      return;
    case 'insert':
      put(nodesOf(change.tree), pick(parents, change.at) ?? document.body, change.before);
      return;
    case 'move': {
      const node = pick(
        all.filter((one) => !(one instanceof ShadowRoot)),
        change.at,
      );
      if (node === undefined) return;
      const free = parents.filter((parent) => parent !== node && !nodesIn(node).includes(parent));
      node.parentNode?.removeChild(node);
      put([node], pick(free, change.to) ?? document.body, change.before);
      return;
    }
    case 'split': {
      const text = pick(
        all.filter((node) => node instanceof Text),
        change.at,
      );
      if (text !== undefined && text.length > 1) text.splitText(text.length >> 1);
      return;
    }
    case 'empty':
      pick(elements, change.at)?.replaceChildren();
      return;
    case 'set': {
      // Within a sentence no element stops being read: a name that is whole only without it is not searched for.
      const able = elements.filter(({ localName }) => change.name === 'lang' || !/^(b|i|u|span)$/.test(localName));
      const element = pick(able, change.at);
      if (change.value === null) element?.removeAttribute(change.name);
      else element?.setAttribute(change.name, change.value);
      return;
    }
    case 'root': {
      const host = pick(
        elements.filter(
          ({ localName, shadowRoot }) => /^(div|p|section|span|x-y)$/.test(localName) && shadowRoot === null,
        ),
        change.at,
      );
      host?.attachShadow({ mode: 'open' }).append(...nodesOf(change.tree));
      return;
    }
    case 'title':
      document.title = change.words;
  }
}

const numbers = new WeakMap<Node, number>();
let last = 0;

/** Nodes are told apart, however alike. */
function numberOf(node: Node): number {
  const number = numbers.get(node) ?? ++last;
  numbers.set(node, number);
  return number;
}

const foundIn = (pass: Pass | null): unknown =>
  pass?.read.map(({ block, findings }) => [
    block.text,
    findings.map((finding) => {
      const range = rangeOf(block, finding.start, finding.end);
      const nodes = range === null ? [] : [range.startContainer, range.endContainer].map(numberOf);
      return [finding.claim, finding.quote, finding.stance, nodes, range?.startOffset, range?.endOffset];
    }),
  ]);

/** Runs with a clock that stands still until it is moved on. */
async function withClock(run: (moveOn: () => void) => Promise<void>): Promise<void> {
  let clock = 0;
  const now = vi.spyOn(performance, 'now').mockImplementation(() => clock);
  try {
    await run(() => void (clock += 10_000));
  } finally {
    now.mockRestore();
  }
}

const anyTrees = fc.array(tree, { minLength: 1, maxLength: 4 });

describe.each(READERS)('%s', (_how, title, open) => {
  const openTitled = (trees: readonly string[]): Document => {
    const doc = pageOf(trees.join('\n'));
    doc.title = title;
    return doc;
  };
  /** What one finds who knows nothing. */
  const foundAnew = async (doc: Document): Promise<unknown> =>
    foundIn(await openPageReader(doc, open(), new AbortController().signal)());

  test('what is found after edits is what is found by one who knows nothing', async () => {
    let found = 0;
    await withClock((moveOn) =>
      fc.assert(
        fc.asyncProperty(
          anyTrees,
          fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
          async (trees, rounds) => {
            const doc = openTitled(trees);
            const { readPage, end } = openWatched(doc, open());
            await readPage();
            for (const edits of rounds) {
              for (const one of edits) apply(one);
              moveOn();
              const expected = await foundAnew(doc);
              expect(foundIn(await readPage())).toEqual(expected);
              found += Array.isArray(expected) ? expected.length : 0;
            }
            end();
          },
        ),
        { numRuns: 100 },
      ),
    );
    expect(found).toBeGreaterThan(100);
  });

  test('edits while a pass goes on are made good by the next', async () => {
    let torn = 0;
    await withClock((moveOn) =>
      fc.assert(
        fc.asyncProperty(
          anyTrees,
          fc.array(fc.tuple(edit, fc.array(edit, { minLength: 1, maxLength: 3 }), fc.nat({ max: 40 })), {
            minLength: 1,
            maxLength: 6,
          }),
          async (trees, rounds) => {
            const doc = openTitled(trees);
            const { readPage, end } = openWatched(doc, open());
            for (const [before, during, at] of rounds) {
              let pauses = 0;
              turns.onPause = () => {
                if (pauses++ !== at) return;
                for (const one of during) apply(one);
                torn++;
              };
              apply(before);
              moveOn();
              await readPage();
              turns.onPause = null;
              moveOn();
              const expected = await foundAnew(doc);
              expect(foundIn(await readPage())).toEqual(expected);
            }
            end();
          },
        ),
        { numRuns: 100 },
      ),
    );
    expect(torn).toBeGreaterThan(50);
  });
});

test('what stands before a claim, and was passed, is not read as it was before it changed', async () => {
  const far = `${'Nothing of all this says more, '.repeat(8)} or less.`;
  const doc = pageOf(`<div><p id="before">Jets are old.</p><p>${far}</p></div><p>Kazakhstan sold 81 to the US.</p>`);
  doc.title = 'Weather';
  const watched = openWatched(doc, openIndexedReader(bytes));
  expect((await watched.readPage())?.read).toHaveLength(1);
  doc.getElementById('before')?.replaceChildren('Cats are old.');
  expect((await watched.readPage())?.read).toHaveLength(0);
  watched.end();
});

describe('what is held of changes', () => {
  test('is bounded, however many nodes they are about', () => {
    const doc = pageOf('<div id="feed"></div>');
    const { changes, end } = openWatched(doc, wordReader());
    for (let i = 0; i < 10_000; i++) doc.getElementById('feed')?.replaceChildren(`${i}`);
    expect(changes.take()).toBeNull();
    expect([...(changes.take()?.fresh ?? [])]).toEqual([]);
    doc.getElementById('feed')?.replaceChildren('last');
    expect([...(changes.take()?.fresh ?? [])].map((node) => node.nodeValue)).toEqual(['last']);
    end();
  });

  test('leaves out what ours are about', () => {
    const doc = pageOf('<p>a</p>');
    const ours = doc.createElement('div');
    const { changes, end } = openWatched(doc, wordReader(), (node) => node === ours);
    doc.body.append(ours);
    ours.remove();
    expect(changes.take()?.parents.size).toBe(0);
    end();
  });
});

test('a pass that was ended by a limit knows nothing afterwards', async () => {
  const doc = pageOf('<p>they sold jets</p>'.repeat(1_000));
  const { readPage, end } = openWatched(doc, wordReader());
  let clock = 0;
  const now = vi.spyOn(performance, 'now').mockImplementation(() => clock++);
  try {
    expect((await readPage())?.cap).toBe('time');
    now.mockImplementation(() => clock);
    const pass = await readPage();
    expect(pass?.cap).toBeNull();
    expect(pass?.read).toHaveLength(1_000);
  } finally {
    now.mockRestore();
    end();
  }
});

test('a shadow root that an element gets later is found by a later pass, which is asked for', async () => {
  const doc = pageOf('<div id="host"></div><p>a</p>');
  const { readPage, end } = openWatched(doc, wordReader());
  let clock = 0;
  const now = vi.spyOn(performance, 'now').mockImplementation(() => clock);
  try {
    expect((await readPage())?.dueMs).toBeNull();
    doc.getElementById('host')?.attachShadow({ mode: 'open' }).append('they sold jets');
    const soon = await readPage();
    expect(soon?.read).toHaveLength(0);
    clock += soon?.dueMs ?? 0;
    const due = await readPage();
    expect(due?.read).toHaveLength(1);
    expect(due?.dueMs).toBeNull();
  } finally {
    now.mockRestore();
    end();
  }
});
