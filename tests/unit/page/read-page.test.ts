// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openPageReader } from '../../../lib/page/read-page';
import { pageOf, wordReader } from './page-fixture';

const never = new AbortController().signal;

afterEach(() => vi.restoreAllMocks());

describe('a pass over the page', () => {
  test('reads the title for its context and every block in order', async () => {
    const reader = wordReader();
    await openPageReader(pageOf('<h1>Head</h1><p lang="ru">a</p><p>b</p>'), reader, never)();
    expect(reader.asked.map(({ kind, text, lang }) => [kind, text, lang])).toEqual([
      ['title', 'Head', undefined],
      ['heading', 'Head', undefined],
      ['text', 'a', 'ru'],
      ['text', 'b', undefined],
    ]);
  });

  test('lets the page go first before it begins, before it reads the title, and again before it reads on', async () => {
    // Each look at the clock finds a slice used up.
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    const reader = wordReader();
    const searched = vi.spyOn(reader, 'mayName');
    const done: (readonly [read: number, searched: number])[] = [];
    const pauses = vi.spyOn(globalThis, 'setTimeout').mockImplementation((run) => {
      done.push([reader.asked.length, searched.mock.calls.length]);
      queueMicrotask(run as () => void);
      return 0 as unknown as ReturnType<typeof setTimeout>;
    });
    await openPageReader(pageOf('<h1>Head</h1><p>a</p>'), reader, never)();
    clock.mockRestore();
    pauses.mockRestore();
    expect(done.slice(0, 3)).toEqual([
      [0, 0],
      [0, 0],
      [1, 0],
    ]);
  });

  test('tells the blocks in which something was found', async () => {
    const pass = await openPageReader(pageOf('<p>x</p><p>they sold jets</p>'), wordReader(), never)();
    expect(pass?.read.map(({ block, findings }) => [block.text, findings.length])).toEqual([['they sold jets', 1]]);
    expect(pass?.cap).toBeNull();
  });

  test('reads again only what changed', async () => {
    const reader = wordReader();
    const doc = pageOf('<p>a</p><p id="b">b</p><p>c</p>');
    const readPage = openPageReader(doc, reader, never);
    await readPage();
    reader.asked.length = 0;
    doc.getElementById('b')?.append(' more');
    await readPage();
    expect(reader.asked.map(({ text }) => text)).toEqual(['b more']);
  });

  test('finds nothing any more in what was taken away', async () => {
    const doc = pageOf('<div id="gone"><p>they sold jets</p></div><p>they sold jets again</p>');
    const readPage = openPageReader(doc, wordReader(), never);
    expect((await readPage())?.read).toHaveLength(2);
    doc.getElementById('gone')?.remove();
    expect((await readPage())?.read.map(({ block }) => block.text)).toEqual(['they sold jets again']);
  });

  test('keeps of a page that changes a thousand times no more than it holds now', async () => {
    const reader = wordReader();
    const doc = pageOf('<p id="a">a</p><p>b</p>');
    const readPage = openPageReader(doc, reader, never);
    const changing = doc.getElementById('a');
    for (let i = 0; i < 1_000; i++) {
      if (changing !== null) changing.textContent = `a ${i}`;
      await readPage();
    }
    reader.asked.length = 0;
    if (changing !== null) changing.textContent = 'a 500';
    await readPage();
    expect(reader.asked.map(({ text }) => text)).toEqual(['a 500']);
  });

  test('reads first what is in view, with what it needs from before, and tells it in its place', async () => {
    const paragraphs = Array.from({ length: 100 }, (_, i) => `<p id="p${i}">they sold jets, ${i}</p>`).join('');
    const doc = pageOf(`<h1>Head</h1>${paragraphs}`);
    const reader = wordReader();
    const readPage = openPageReader(doc, reader, never);
    const { prototype } = Document;
    const real = prototype.elementFromPoint;
    window.scrollTo(0, 5_000);
    prototype.elementFromPoint = (_x, y) => doc.getElementById(y < window.innerHeight / 2 ? 'p50' : 'p60');
    try {
      const pass = await readPage();
      expect(pass?.read.map(({ block }) => block.text)).toEqual(
        Array.from({ length: 100 }, (_, i) => `they sold jets, ${i}`),
      );
    } finally {
      prototype.elementFromPoint = real;
      window.scrollTo(0, 0);
    }
    const order = reader.asked.flatMap(({ text }) => (text === 'Head' ? [] : [Number(text.split(' ').at(-1))]));
    const until = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
    expect(order).toEqual([...until(37, 61), ...until(0, 37), ...until(61, 100)]);
  });

  test('searches no text for our names where the title has one, since every block is read', async () => {
    const search = vi.fn(() => true);
    const reader = { ...wordReader(), gate: { test: search }, mayName: search };
    const pass = await openPageReader(pageOf('<h1>Head</h1><p>they sold jets</p>'), reader, never)();
    expect(pass?.read).toHaveLength(1);
    expect(search).not.toHaveBeenCalled();
  });

  test('reads what was walked of a page that takes too long to walk, and says so', async () => {
    const doc = pageOf('<p>they sold jets</p>'.repeat(1_000));
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now++);
    try {
      const pass = await openPageReader(doc, wordReader(), never)();
      expect(pass?.cap).toBe('time');
      expect(pass?.read.length).toBeGreaterThan(10);
      expect(pass?.read.length).toBeLessThan(500);
    } finally {
      clock.mockRestore();
    }
  });

  test('ends with nothing where the signal ended', async () => {
    const ended = AbortSignal.abort();
    expect(await openPageReader(pageOf('<p>a</p>'), wordReader(), ended)()).toBeNull();
  });

  test('looks through a bearable part of one text, whatever its length, and says so', async () => {
    // A machine that is busy would end it by its limit of time.
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const doc = pageOf('<p>they sold jets</p><p id="huge"></p>');
    doc.getElementById('huge')?.append('word and word. '.repeat(400_000));
    const reader = wordReader();
    const pass = await openPageReader(doc, reader, never)();
    expect(pass?.read).toHaveLength(1);
    expect(pass?.cap).toBe('text');
    expect(reader.asked.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(2_100_000);
  });

  test('stops at the cap of characters, and says so', async () => {
    // A machine that is busy would end it by its limit of time.
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const text = 'word and word. '.repeat(1_200);
    const pass = await openPageReader(pageOf(`<p>${text}</p>`.repeat(120)), wordReader(), never)();
    expect(pass?.cap).toBe('text');
  });
});
