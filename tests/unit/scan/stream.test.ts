/** The scanner as a filter: one result a document, in order, whatever pieces the stream comes in. */
import { expect, test } from 'vitest';
import { openScanner } from '../../../lib/scan/scan';
import { linesOf, scanStream, type StreamResult } from '../../../lib/scan/stream';
import { soundPack } from '../compile/sound';

const scanner = openScanner(soundPack());
const OPTIONS = { lang: null, minConfidence: 0.6 };
const CLAIM = 'The United States bought 81 Soviet-era aircraft from Kazakhstan.';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function scanAll(lines: readonly string[], size = 64_000) {
  const results: StreamResult[] = [];
  const failed = await scanStream(inPieces(lines.join('\n'), size), scanner, OPTIONS, async (line) => {
    results.push(JSON.parse(line) as StreamResult);
  });
  return { results, failed };
}

test('text and HTML give what the scanner finds in a file, with the id and address that came with them', async () => {
  const { results, failed } = await scanAll([
    JSON.stringify({ id: 'a', text: CLAIM, url: 'https://news.example/' }),
    JSON.stringify({ id: 7, html: `<h1>Old jets</h1><p>${CLAIM}</p>`, lang: 'en-GB' }),
    JSON.stringify({ id: 'c', text: 'Nothing of the kind.' }),
  ]);
  expect(failed).toBe(0);
  expect(results).toMatchObject([
    { id: 'a', url: 'https://news.example/', findings: [{ claim: 'us-bought-81-aircraft' }] },
    { id: 7, findings: [{ claim: 'us-bought-81-aircraft', block: 1 }] },
    { id: 'c', findings: [] },
  ]);
  const { file: _file, ...row } = scanner.scan('x', CLAIM, { ...OPTIONS, html: false })[0] ?? { file: '' };
  expect(results[0]?.findings?.[0]).toEqual(row);
});

test.each([1, 3, 1000])('pieces of %i bytes give the same lines, letters of two bytes whole', async (size) => {
  const lines: string[] = [];
  for await (const line of linesOf(inPieces('Қазақстан\n\nsold\r\nжаңа', size))) lines.push(line);
  expect(lines).toEqual(['Қазақстан', '', 'sold\r', 'жаңа']);
});

test.each([
  ['{', 'JSON'],
  ['[]', 'JSON object'],
  ['{"text":"x"}', 'id'],
  ['{"id":1}', 'text or html'],
  ['{"id":1,"text":"x","html":"y"}', 'text or html'],
  ['{"id":1,"text":5}', 'text or html'],
])('%s is answered with what is wrong, and the next document is scanned', async (line, says) => {
  const { results, failed } = await scanAll([line, JSON.stringify({ id: 'next', text: CLAIM })]);
  expect(failed).toBe(1);
  expect(results[0]?.error).toContain(says);
  expect(results[1]).toMatchObject({ id: 'next', findings: [{}] });
});

test('a line without end is cut, not gathered', async () => {
  const lines: string[] = [];
  for await (const line of linesOf(inPieces('x'.repeat(5000), 100), 50)) lines.push(line);
  expect(lines).toEqual(['x'.repeat(50)]);
});

test('empty lines are no documents', async () => {
  expect((await scanAll(['', '  ', JSON.stringify({ id: 1, text: 'x' })])).results).toHaveLength(1);
});
