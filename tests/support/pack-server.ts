/** A loopback server of packs that answers each path as the test wants, and keeps what it was asked and how. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (response: ServerResponse, headers: IncomingHttpHeaders) => void;

export interface PackServer {
  /** By path, such as `/lake.json`; what is not there is a 404. */
  readonly answers: Map<string, Answer>;
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  url(path: string): string;
  close(): Promise<void>;
}

/** JSON under an entity tag: asked again with the same tag it answers 304 alone. */
export const asJson =
  (text: string, etag?: string): Answer =>
  (response, headers) => {
    if (etag !== undefined && headers['if-none-match'] === etag) response.writeHead(304).end();
    else
      response
        .writeHead(200, { 'content-type': 'application/json', ...(etag === undefined ? {} : { etag }) })
        .end(text);
  };

export const asStatus =
  (status: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    void response.writeHead(status, headers).end('no');

export async function servePacks(): Promise<PackServer> {
  const answers: PackServer['answers'] = new Map();
  const asked: PackServer['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers });
    response.on('error', () => response.destroy());
    (answers.get(path) ?? asStatus(404))(response, request.headers);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // A TCP server's address is never a string.
  return {
    answers,
    asked,
    url: (path) => `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error === undefined ? done() : fail(error)));
        server.closeAllConnections();
      }),
  };
}
