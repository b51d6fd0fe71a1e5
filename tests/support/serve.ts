/**
 * Loopback server for tests/pages: what a folder's `headers.json` says goes with every file of that folder,
 * the content type follows from the extension. `localhost` and `127.0.0.1` serve as two sites.
 * `/made/<name>` are pages that would be too large or too empty to keep as files.
 */
import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import type { AddressInfo } from 'node:net';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
};

export interface Site {
  /** The address of a page under tests/pages, on the first host unless told. */
  url(path: string, host?: 'localhost' | '127.0.0.1'): string;
  close(): Promise<void>;
}

interface Made {
  readonly pages: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string>>;
}

const ROOT = resolve(import.meta.dirname, '../pages');

async function headersOf(folder: string): Promise<Record<string, string>> {
  try {
    const found: unknown = JSON.parse(await readFile(join(folder, 'headers.json'), 'utf8'));
    return found as Record<string, string>; // The fixture's own file: a map of header names to values.
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

async function answer(path: string, { pages, headers }: Made, response: ServerResponse): Promise<void> {
  const page = pages.get(path);
  if (page !== undefined) {
    response.writeHead(200, { 'content-type': TYPES['.html'], ...headers }).end(page);
    return;
  }
  const file = join(ROOT, normalize(path));
  if (!file.startsWith(ROOT)) {
    response.writeHead(404).end();
    return;
  }
  try {
    const body = await readFile(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, ...(await headersOf(dirname(file))) }).end(body);
  } catch (error) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end(String(error));
  }
}

/** `made` maps an absolute path such as `/made/huge.html` to the page that it answers with, under `headers`. */
export async function serve(
  made: ReadonlyMap<string, string> = new Map(),
  headers: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    answer(path, { pages: made, headers }, response).catch((error: unknown) =>
      response.writeHead(500).end(String(error)),
    );
  });
  // Without a host Node listens on both loopback families: browsers differ in which one `localhost` is.
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo; // A TCP server's address is never a string.
  return {
    url: (path, host = 'localhost') => `http://${host}:${port}/${path}`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error === undefined ? done() : fail(error)));
        server.closeAllConnections();
      }),
  };
}
