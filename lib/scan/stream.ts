/**
 * The scanner as a filter: documents in, one JSON object a line; results out, one a line, in the same order. Memory
 * holds one document at a time, so a stream may be of any length. What a line lacks is said in its own result.
 */
import type { Row, Scanner } from './scan';
import type { ScanOptions } from './options';

/** A line may have at most this many UTF-16 units; a longer one is passed over. */
export const MAX_LINE = 20_000_000;

export interface StreamResult {
  /** As the line gave it; null where it gave none. */
  readonly id: string | number | null;
  readonly url?: string;
  readonly findings?: readonly Omit<Row, 'file'>[];
  /** Why the document could not be scanned. */
  readonly error?: string;
}

interface DocumentLine {
  readonly id: string | number;
  readonly url?: string;
  readonly lang: string | null;
  readonly source: string;
  readonly html: boolean;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The document of a line, or what is wrong with it. */
function readDocument(line: string): DocumentLine | { readonly id: string | number | null; readonly error: string } {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (error) {
    return {
      id: null,
      error: `Expected a JSON object a line: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { id: null, error: 'Expected a JSON object a line' };
  const found: { readonly [key: string]: unknown } = { ...data };
  const id = found['id'];
  if (typeof id !== 'string' && typeof id !== 'number')
    return { id: null, error: 'Expected an id: a string or a number' };
  const [text, html] = [textOf(found['text']), textOf(found['html'])];
  const source = text ?? html;
  if (source === undefined || (text !== undefined && html !== undefined))
    return { id, error: 'Expected either text or html, a string' };
  const lang = textOf(found['lang'])?.slice(0, 3).replace(/-.*$/u, '').toLowerCase() ?? null;
  const url = textOf(found['url']);
  return { id, lang, source, html: text === undefined, ...(url === undefined ? {} : { url }) };
}

/** One line to one result. `lang` of the line goes before that of the options. */
export function scanLine(
  line: string,
  scanner: Scanner,
  { lang, minConfidence }: Pick<ScanOptions, 'lang' | 'minConfidence'>,
): StreamResult {
  if (line.length > MAX_LINE) return { id: null, error: `The line is longer than ${MAX_LINE} characters` };
  const document = readDocument(line);
  if ('error' in document) return document;
  const { id, url, source, html } = document;
  const rows = scanner.scan('', source, { html, lang: document.lang ?? lang, minConfidence });
  return {
    id,
    ...(url === undefined ? {} : { url }),
    findings: rows.map(({ file: _file, ...finding }) => finding),
  };
}

/**
 * Lines of a byte stream, whatever pieces it comes in. A line that grows beyond `max` is cut there, and the rest of it
 * is passed over, so that a stream without line ends cannot fill the memory.
 */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  max = MAX_LINE + 1,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = (lines.pop() ?? '').slice(0, max);
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** Scans line after line; `write` resolves when the next one may come. Resolves to how many could not be scanned. */
export async function scanStream(
  pieces: AsyncIterable<Uint8Array>,
  scanner: Scanner,
  options: Pick<ScanOptions, 'lang' | 'minConfidence'>,
  write: (line: string) => Promise<void>,
): Promise<number> {
  let failed = 0;
  for await (const line of linesOf(pieces)) {
    if (line.trim() === '') continue;
    const result = scanLine(line, scanner, options);
    if (result.error !== undefined) failed++;
    await write(`${JSON.stringify(result)}\n`);
  }
  return failed;
}
