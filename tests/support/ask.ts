/** The background asked as one of our own pages asks it, by the typed messages. */
import type { Page } from 'puppeteer-core';
import type { Verb } from '../../lib/messages/call';
import type { Protocol } from '../../lib/messages/protocol';
import { EMPTY_CONTENT } from '../../lib/reports/content';
import type { Report } from '../../lib/reports/report';

/** In a page of the extension. */
export interface OwnRuntime {
  readonly runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value?: unknown } | undefined> };
}

/** Throws what the background refused it for. */
export async function ask<V extends Verb>(
  page: Page,
  call: V,
  request: Protocol[V]['request'],
): Promise<Protocol[V]['reply']> {
  const reply = await page.evaluate(async (message) => {
    const here = globalThis as unknown as { browser?: OwnRuntime; chrome: OwnRuntime };
    return (here.browser ?? here.chrome).runtime.sendMessage(JSON.parse(message));
  }, JSON.stringify({ call, request }));
  if (reply?.ok !== true) throw new Error(`${call} was refused: ${JSON.stringify(reply)}`);
  return reply.value as Protocol[V]['reply']; // The row of this verb.
}

/** A report of nothing but its id and a sentence. */
export function shortReport(id: string): Report {
  return {
    ...EMPTY_CONTENT,
    version: 1,
    id,
    state: 'ready',
    created: '2026-01-01T00:00:00.000Z',
    changed: '2026-01-01T00:00:00.000Z',
    sentence: `Told as ${id}.`,
    quote: { ...EMPTY_CONTENT.quote, exact: 'Twelve boats were handed over.' },
    url: 'https://daily.example/',
    lang: 'en',
  };
}
