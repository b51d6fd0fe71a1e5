/**
 * The background as a whole, in a fake browser with a real (in-memory) database: what its tests start from.
 */
import 'fake-indexeddb/auto';
import { compileFunction } from 'node:vm';
import { IDBFactory } from 'fake-indexeddb';
import { inject, vi } from 'vitest';
import type { startBackground } from '../../../lib/background/start';
import type { Pack, PackHeader } from '../../../lib/engine/pack/schema';
import type { ClaimCard, Protocol } from '../../../lib/messages/protocol';
import { SHIPPED_FILE, writeShipped } from '../../../lib/messages/shipped-reading';
import { EMPTY_CONTENT } from '../../../lib/reports/content';
import type { Report } from '../../../lib/reports/report';
import { fittingIndex } from '../../../lib/store/index-text';
import { soundPack } from '../compile/sound';
import { fake, type FakeTab } from './fake-browser';

export const AIRCRAFT = 'us-bought-81-aircraft';
export const BAN = 'export-ban';
export const POPUP = { id: 'own-id', url: 'chrome-extension://own-id/popup.html' };

export const tab = (id: number, host = 'daily.example', more: Partial<FakeTab> = {}): FakeTab => ({
  id,
  url: `https://${host}/page?query`,
  documents: [`top-${id}`],
  ...more,
});

/** Evaluates the whole background anew with every call, so that it remembers nothing. */
const load = compileFunction(inject('background'), ['exports'], { filename: 'the bundled background' });

/** Starts the background anew, as the browser does when an event wakes it. */
export function wake(): void {
  fake.sleep();
  const exports: { startBackground?: typeof startBackground } = {};
  load(exports);
  exports.startBackground?.();
}

/** What the extension brings along; a test may change it before the next start. The index is one of that pack, or none. */
export const bundle: { pack: Pack; index: Pack | null } = { pack: soundPack(), index: null };

/** A fresh browser and database, awake, with the installation behind it. */
export async function startAfresh(): Promise<void> {
  fake.reset();
  await fake.storage.local.set({ settled: fake.runtime.getManifest().version });
  globalThis.indexedDB = new IDBFactory();
  bundle.pack = soundPack();
  bundle.index = null;
  vi.stubGlobal(
    'fetch',
    vi.fn(async (address: string) => {
      if (!address.endsWith(SHIPPED_FILE)) return Response.json(bundle.pack);
      const { index } = bundle;
      return new Response(index === null ? '' : writeShipped(fittingIndex(index, null).base64));
    }),
  );
  wake();
}

export function putBack(): void {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
}

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string } };

export async function send(verb: string, request: unknown, sender: object): Promise<Answer> {
  const [listener] = fake.runtime.onMessage.listeners;
  return await new Promise<Answer>((resolve) => {
    listener?.({ call: verb, request }, sender, resolve);
  });
}

export async function ask<V extends keyof Protocol>(
  verb: V,
  request: Protocol[V]['request'],
  sender: object = POPUP,
): Promise<Protocol[V]['reply']> {
  const answer = await send(verb, request, sender);
  if (!answer.ok) throw new Error(`${verb}: ${answer.error.code}`);
  return answer.value as Protocol[V]['reply'];
}

/** Of the pack that came with the extension. */
export async function bundledHeader(): Promise<PackHeader> {
  const header = (await ask('packs/list', {})).find(({ isBundled }) => isBundled)?.header;
  if (header === undefined) throw new Error('No bundled pack is listed');
  return header;
}

/** The cards of all claims that have a statement left, by id. */
export async function allCards(): Promise<readonly ClaimCard[]> {
  const { rows } = await ask('rows/list', { from: 0, count: 100 });
  return (await ask('sample/cards', { ids: rows.map(({ id }) => id).sort() })).cards;
}

export const pageOf = ({ id, url, incognito = false }: FakeTab, frameId = 0, documentId = `top-${id}`) => ({
  id: 'own-id',
  url,
  frameId,
  documentId,
  tab: { id, url, incognito },
});

export const found = (
  from: FakeTab,
  counts: readonly (readonly [string, number])[],
  frameId = 0,
  documentId = `top-${from.id}`,
) => send('page/found', { counts, capped: [] }, pageOf(from, frameId, documentId));

export const report: Report = {
  ...EMPTY_CONTENT,
  version: 1,
  id: 'b7c1a2d3-0000-4000-8000-000000000000',
  state: 'draft',
  created: '2026-01-01T00:00:00.000Z',
  changed: '2026-01-01T00:00:00.000Z',
  note: 'seen twice',
  quote: { type: 'TextQuoteSelector', exact: 'words', prefix: 'some ', suffix: ' more' },
  position: null,
  url: 'https://daily.example/page',
  title: 'Title',
  lang: 'en',
  limited: false,
};
