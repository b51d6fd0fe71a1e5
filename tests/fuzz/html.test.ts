/**
 * HTML and plain text of any kind. Reading HTML gives exactly the text that a plain walk over the parsed tree finds, in
 * bounded blocks; every finding of the engine in it is a place in its block; nothing is found where the gate lets
 * nothing through; what is never read (scripts, fields, editors, what is hidden) is in no block.
 */
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { expect } from 'vitest';
import { gateSources, shortestAnchors } from '../../lib/engine/gate/anchors';
import { makeGate } from '../../lib/engine/gate/gate';
import { readingData } from '../../lib/engine/pack/reading';
import { EMPTY_CONTEXT, openReader } from '../../lib/engine/read';
import type { Block, Context } from '../../lib/engine/types';
import { MOST_CHARACTERS } from '../../lib/page/block-text';
import { htmlPage } from '../../lib/scan/html';
import { plainBlocks } from '../../lib/scan/plain';
import { soundPack } from '../unit/compile/sound';
import { fuzz } from './fuzz';
import { damage, nastyText } from './mutate';

const PACK = soundPack();
const reader = openReader(readingData(PACK));
const gate = makeGate(gateSources(shortestAnchors(PACK.concepts)));
const SENTENCES = PACK.claims.flatMap(({ fixtures }) => [...fixtures.positive, ...fixtures.negative]);

const UNREAD = [
  'script',
  'style',
  'template',
  'noscript',
  'textarea',
  'select',
  'svg',
  'math',
  'iframe',
  'title',
  'rt',
];
const READ = ['p', 'div', 'b', 'i', 'a', 'h1', 'h2', 'li', 'td', 'table', 'tr', 'pre', 'span', 'button', 'ruby', 'x-a'];
const VOID = ['<br>', '<img alt="x">', '<input value="x">', '<hr>', '<wbr>', '<!-- x -->', '<![CDATA[x]]>', '</p>'];
const ATTRIBUTES = [
  '',
  ' hidden',
  ' contenteditable',
  ' contenteditable=false',
  ' role=textbox',
  ' lang=kk',
  ' lang=""',
  ' a="<p>"',
  ' __proto__=1',
];

const SOFT = [
  '\u00ad',
  '\u200b',
  '\u00a0',
  '\u0301',
  '\t',
  '\n\n',
  '\r',
  '&nbsp;',
  '&#x110000;',
  '&amp',
  '\0',
  '\u2028',
];

/** A sentence of the pack's, whole or with something odd inside a word. */
const saying: fc.Arbitrary<string> = fc
  .record({
    sentence: fc.constantFrom(...SENTENCES),
    at: fc.nat(),
    odd: fc.oneof(fc.constant(''), fc.constantFrom(...SOFT)),
  })
  .map(({ sentence: { text }, at, odd }) => text.slice(0, at % text.length) + odd + text.slice(at % text.length));

const text = fc.oneof({ weight: 4, arbitrary: saying }, { weight: 1, arbitrary: nastyText });

/** Markup, closed as it should be or not at all. */
const markup: fc.Arbitrary<string> = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((all) => all.join('')),
  node: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'markup' },
    text,
    fc.constantFrom(...VOID),
    fc
      .record({
        name: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...READ) }, fc.constantFrom(...UNREAD)),
        attribute: fc.constantFrom(...ATTRIBUTES),
        inner: tie('nodes'),
        isClosed: fc.boolean(),
      })
      .map(({ name, attribute, inner, isClosed }) => `<${name}${attribute}>${inner}${isClosed ? `</${name}>` : ''}`),
  ),
})).nodes;

type Node = DefaultTreeAdapterTypes.Node;

const letters = (words: string): string => words.replace(/[ \t\n\r\f]+/gu, '');

/** Names that a block's text never comes from, as the design lists them. */
const NEVER = new Set(
  (
    'head script style template noscript noframes noembed link meta rp rt audio canvas datalist embed frame frameset ' +
    'iframe img input map meter object optgroup option picture math progress select svg textarea video'
  ).split(' '),
);

function isRead(node: Node): boolean {
  if (!('attrs' in node)) return true;
  const attribute = (name: string) => node.attrs.find((one) => one.name === name)?.value;
  const editable = attribute('contenteditable');
  const isEditor =
    (editable !== undefined && editable !== 'false') ||
    ['textbox', 'searchbox', 'combobox'].includes(attribute('role') ?? '');
  return !NEVER.has(node.nodeName) && attribute('hidden') === undefined && !isEditor;
}

/** The letters of what is read, by the plainest walk that there is. */
function lettersOf(root: Node): string {
  const found: string[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.nodeName === '#text') found.push('value' in node ? node.value : '');
    else if (isRead(node) && 'childNodes' in node) open.push(...node.childNodes.toReversed());
  }
  return letters(found.join(''));
}

const bodyOf = (html: string): Node | undefined => {
  const root = parse(html).childNodes.find(({ nodeName }) => nodeName === 'html');
  return root !== undefined && 'childNodes' in root
    ? root.childNodes.find(({ nodeName }) => nodeName === 'body')
    : undefined;
};

/** Every finding is a place of its block, and none is where the gate would not have let the engine look. */
function checkReadings(blocks: readonly Block[]): void {
  let context: Context = EMPTY_CONTEXT;
  const isLetThrough = gate.test(blocks.map((block) => block.text).join('\n'));
  for (const block of blocks) {
    const reading = reader.read(block, context);
    for (const { start, end, quote, confidence, evidence } of reading.findings) {
      expect(isLetThrough).toBe(true);
      expect(end).toBeGreaterThan(start);
      expect(block.text.slice(start, end)).toBe(quote);
      expect(confidence >= 0 && confidence <= 1).toBe(true);
      for (const { text: words, start: at } of evidence) {
        if (at !== null) expect(block.text.slice(at, at + words.length)).toBe(words);
      }
    }
    context = reading.context;
  }
}

fuzz(
  'HTML',
  fc
    .record({ inside: markup, damaged: damage, title: fc.oneof(saying, nastyText) })
    .map(({ inside, damaged, title }) => damaged(`<!doctype html><title>${title}</title>${inside}`)),
  (html) => {
    const { blocks } = htmlPage(html, null);
    for (const { text: words } of blocks) {
      expect(words.length).toBeLessThanOrEqual(MOST_CHARACTERS);
      expect(words).toBe(words.replace(/^[ \t\n\r\f]+|[ \t\n\r\f]+$|[\t\n\r\f]|(?<= ) /gu, ''));
      expect(words).not.toBe('');
    }
    const body = bodyOf(html);
    expect(letters(blocks.map((block) => block.text).join(''))).toBe(body === undefined ? '' : lettersOf(body));
    checkReadings(blocks);
  },
  // Deeper than a program may call itself: once it ended the reading of the page.
  [`${'<div>'.repeat(30_000)}Kazakhstan`],
);

fuzz(
  'plain text',
  fc
    .record({
      parts: fc.array(text, { minLength: 1, maxLength: 6 }),
      between: fc.constantFrom(' ', '\n', '. ', '\r\n', ''),
      damaged: damage,
    })
    .map(({ parts, between, damaged }) => damaged(parts.join(between))),
  (given) => {
    const blocks = plainBlocks(given, null);
    for (const { text: words, offset } of blocks) expect(given.slice(offset, offset + words.length)).toBe(words);
    checkReadings(blocks);
  },
);
