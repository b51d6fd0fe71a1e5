/**
 * A proxy that notes every host a browser asks it for, and lets through to this machine alone. A browser that has it for
 * everything, loopback too, contacts nobody without a line here.
 */
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Proxy {
  readonly port: number;
  /** Hosts with their ports, each once, in the order of first asking. */
  asked(): readonly string[];
  close(): Promise<void>;
}

const isLoopback = (hostname: string): boolean => hostname === 'localhost' || hostname === '127.0.0.1';

export async function openProxy(): Promise<Proxy> {
  const hosts = new Set<string>();
  const server = createServer((request, response) => {
    if (!URL.canParse(request.url ?? '')) {
      response.writeHead(400).end();
      return;
    }
    const url = new URL(request.url ?? '');
    hosts.add(url.host);
    if (!isLoopback(url.hostname)) {
      response.writeHead(502).end();
      return;
    }
    const { method, headers } = request;
    const passed = ask(url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  // What is asked for over TLS says its host and nothing else.
  server.on('connect', (request, socket) => {
    hosts.add(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // A TCP server's address is never a string.
  return {
    port,
    asked: () => [...hosts],
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error === undefined ? done() : fail(error)));
        server.closeAllConnections();
      }),
  };
}
