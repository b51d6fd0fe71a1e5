// @vitest-environment happy-dom
/** What a pass looks at after an edit of a page of 5,000 paragraphs: what was edited, and what stands around it. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildIndex } from '../../../lib/engine/index/build';
import { openIndexedReader } from '../../../lib/engine/read';
import { BlockText } from '../../../lib/page/block-text';
import type { Pass } from '../../../lib/page/read-page';
import { SMALL } from '../../support/small-pack';
import { openWatched, pageOf } from './page-fixture';

const bytes = buildIndex(SMALL);
const PARAGRAPHS = 5_000;

const CLAIM = 'Kazakhstan sold jets to the US.';
const paragraph = (i: number): string =>
  `<p id="p${i}">${i === 100 ? CLAIM : `Paragraph ${i} is about the weather, <b>and nothing</b> else at all.`}</p>\n`;

/** Texts whose words were asked for, and blocks that were made of words, since it was last told to count. */
const texts = new Set<Node>();
let made = 0;
const restore: (() => void)[] = [];

/** Has a prototype's getter or method note the texts that it is asked of, an element's all. */
function noteTexts(prototype: object, name: string): void {
  let owner: object | null = prototype;
  while (owner !== null && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner) as object | null;
  const real = Object.getOwnPropertyDescriptor(owner ?? {}, name);
  if (real === undefined) throw new Error(`${name} is not there to be watched`);
  const note = (node: Node): void => {
    if (node instanceof Text) texts.add(node);
    else for (const child of node.childNodes) note(child);
  };
  const noting = (method: unknown): unknown =>
    typeof method !== 'function'
      ? method
      : function noted(this: Node, ...given: unknown[]): unknown {
          note(this);
          return Reflect.apply(method, this, given);
        };
  const get = noting(real.get) as (() => unknown) | undefined;
  Object.defineProperty(prototype, name, get === undefined ? { ...real, value: noting(real.value) } : { ...real, get });
  restore.push(() => {
    if (owner === prototype) Object.defineProperty(prototype, name, real);
    else Reflect.deleteProperty(prototype, name);
  });
}

beforeAll(() => {
  for (const name of ['data', 'nodeValue', 'substringData', 'textContent']) noteTexts(Text.prototype, name);
  noteTexts(Element.prototype, 'textContent');
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  restore.push(() => clock.mockRestore());
  const { prototype } = BlockText;
  const real = prototype.take;
  prototype.take = function take(this: BlockText<Node>) {
    const blocks = real.call(this);
    made += blocks.length;
    return blocks;
  };
  restore.push(() => (prototype.take = real));
});

afterAll(() => {
  for (const back of restore.splice(0)) back();
});

interface Costs {
  readonly texts: number;
  readonly blocks: number;
  readonly read: number;
  readonly found: number;
}

class Page {
  readonly doc: Document;
  private readonly reader = openIndexedReader(bytes);
  private readonly readPage: () => Promise<Pass | null>;
  readonly end: () => void;

  constructor(title: string) {
    const all = Array.from({ length: PARAGRAPHS }, (_, i) => paragraph(i)).join('');
    this.doc = pageOf(`<main id="main">\n${all}</main>`);
    this.doc.title = title;
    ({ readPage: this.readPage, end: this.end } = openWatched(this.doc, this.reader));
  }

  element(id: string): HTMLElement {
    const element = this.doc.getElementById(id);
    if (element === null) throw new Error(`No ${id} on the page`);
    return element;
  }

  async pass(): Promise<Costs> {
    texts.clear();
    made = 0;
    const before = this.reader.work.blocks;
    const pass = await this.readPage();
    if (pass === null || pass.cap !== null) throw new Error('The pass did not come to its end');
    return { texts: texts.size, blocks: made, read: this.reader.work.blocks - before, found: pass.read.length };
  }
}

/** Of each, as many at most. */
type Limit = Omit<Costs, 'found'>;

const expectWithin = (costs: Costs, limit: Limit): void => {
  expect(costs.texts).toBeLessThanOrEqual(limit.texts);
  expect(costs.blocks).toBeLessThanOrEqual(limit.blocks);
  expect(costs.read).toBeLessThanOrEqual(limit.read);
};

/** The title's text is asked for in each pass. */
const NOTHING: Limit = { texts: 1, blocks: 0, read: 0 };
/** With the texts that stand around it, of at least a hundred characters before and after. */
const ONE: Limit = { texts: 20, blocks: 1, read: 1 };
/** Where a claim comes or goes, up to thirteen blocks before are read for their context, or as many after. */
const NEAR: Limit = { texts: 100, blocks: 30, read: 30 };

describe.each([
  ['whose title names us', 'Kazakhstan'],
  ['whose title does not', 'Weather'],
])('a page %s', (_which, title) => {
  let page: Page;
  let first: Costs;

  beforeAll(async () => {
    page = new Page(title);
    first = await page.pass();
  });

  afterAll(() => page.end());

  const textOf = (id: string): Text => page.element(id).firstChild as Text;

  test('is looked through once', async () => {
    expect(first.texts).toBeGreaterThan(3 * PARAGRAPHS);
    expect(first.found).toBe(1);
    expectWithin(await page.pass(), NOTHING);
  });

  test('costs for a word that paragraph and what stands around it', async () => {
    textOf('p2500').data = 'Today it is about the wind, ';
    expectWithin(await page.pass(), ONE);
  });

  test('costs for a word that makes a claim, or ends one, its surroundings', async () => {
    const before = textOf('p2600').data;
    textOf('p2600').data = CLAIM;
    const costs = await page.pass();
    expect(costs.found).toBe(2);
    expectWithin(costs, NEAR);
    textOf('p2600').data = before;
    const after = await page.pass();
    expect(after.found).toBe(1);
    expectWithin(after, NEAR);
  });

  test('costs for twenty new paragraphs those', async () => {
    const added = page.doc.createElement('div');
    added.innerHTML = Array.from({ length: 20 }, (_, i) => paragraph(PARAGRAPHS + i)).join('');
    page.element('main').append(...added.childNodes);
    expectWithin(await page.pass(), { texts: 120, blocks: 20, read: 20 });
  });

  test('costs for paragraphs that are taken away what stood beside them', async () => {
    page.element('p2700').remove();
    expectWithin(await page.pass(), { ...ONE, blocks: 0, read: 0 });
    page.element('p100').remove();
    const costs = await page.pass();
    expect(costs.found).toBe(0);
    expectWithin(costs, { ...ONE, blocks: 0, read: 13 });
  });

  test.each([
    ['hidden', ''],
    ['contenteditable', 'true'],
    ['role', 'textbox'],
    ['lang', 'ru'],
  ])('costs for %s="%s" and without it the paragraph that had it', async (name, value) => {
    page.element('p2800').setAttribute(name, value);
    const set = await page.pass();
    page.element('p2800').removeAttribute(name);
    const removed = await page.pass();
    expectWithin(set, ONE);
    expectWithin(removed, ONE);
    // More than the title's.
    expect(removed.texts).toBeGreaterThan(1);
  });

  test('costs nothing for a role that says nothing of editing', async () => {
    page.element('p2800').setAttribute('role', 'note');
    expectWithin(await page.pass(), NOTHING);
  });

  test('costs for an edit in a shadow root what is edited', async () => {
    const host = page.doc.createElement('section');
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = Array.from({ length: 50 }, (_, i) => paragraph(2 * PARAGRAPHS + i)).join('');
    page.element('main').append(host);
    expect((await page.pass()).texts).toBeGreaterThan(150);
    const text = root.querySelector('p')?.firstChild as Text;
    text.data = CLAIM;
    const costs = await page.pass();
    expect(costs.found).toBe(1);
    expectWithin(costs, NEAR);
  });
});
