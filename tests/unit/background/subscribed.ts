/**
 * Subscriptions against a real server on this computer, in a background that was just installed: what their tests start
 * from. Each of those files calls `inNewBackground` and mocks `wxt/browser`, see woken.
 */
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import type { Pack } from '../../../lib/engine/pack/schema';
import type { PackRow } from '../../../lib/messages/pack-rows';
import { otherPack } from '../../support/other-pack';
import { asJson, servePacks, type Answer, type PackServer } from '../../support/pack-server';
import { makeSigner, sealPack, type Signer } from '../../support/signer';
import { fake } from './fake-browser';
import { ask, bundle, putBack, startAfresh } from './woken';

export const START = Date.parse('2026-11-22T10:00:00Z');
export const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
export const PATH = '/lake.json';

const SIGNERS = ['editor', 'successor', 'stranger'] as const;
const signers = new Map<(typeof SIGNERS)[number], Signer>();
const webFetch = globalThis.fetch;
let running: PackServer | null = null;

export function signer(name: (typeof SIGNERS)[number]): Signer {
  const made = signers.get(name);
  if (made === undefined) throw new Error('Keys are made before the first test');
  return made;
}

export function server(): PackServer {
  if (running === null) throw new Error('A server runs during tests alone');
  return running;
}

/** For a test that closed the one before. */
export async function serveAnew(): Promise<void> {
  running = await servePacks();
}

export function inNewBackground(): void {
  beforeAll(async () => {
    for (const name of SIGNERS) signers.set(name, await makeSigner());
  });

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: START });
    await serveAnew();
    await startAfresh();
    vi.stubGlobal('fetch', async (address: string, options?: RequestInit) =>
      address.startsWith('chrome-extension:') ? Response.json(bundle.pack) : webFetch(address, options),
    );
    await ask('settings/set', { settings: { developerSubscriptions: true } });
  });

  afterEach(async () => {
    await server().close();
    vi.useRealTimers();
    putBack();
  });
}

export const publish = (answer: Answer, path = PATH) => void server().answers.set(path, answer);
export const sealed = (revision: number, signers = [signer('editor')], change: (pack: Pack) => Pack = (pack) => pack) =>
  sealPack(change(otherPack('lake-claims', revision)), signers);
export const withHeader =
  (header: Partial<Pack['header']>) =>
  (pack: Pack): Pack => ({ ...pack, header: { ...pack.header, ...header } });
export const later = (ms: number) => void vi.setSystemTime(Date.now() + ms);
export const add = (path = PATH) => ask('subscriptions/add', { address: server().url(path) });
export const update = () => ask('subscriptions/update', { id: 'lake-claims' });
export const take = () => ask('subscriptions/take', { id: 'lake-claims' });

export async function row(): Promise<PackRow | undefined> {
  return (await ask('packs/list', {})).find(({ id }) => id === 'lake-claims');
}

export async function subscribe(text?: string, etag?: string): Promise<void> {
  publish(asJson(text ?? (await sealed(1)), etag));
  expect(await add()).toMatchObject({ ok: true });
  expect(await take()).toEqual({ kind: 'updated' });
  later(2 * MINUTE);
}

/** The alarm rings, and its work is done. */
export async function ring(): Promise<void> {
  const before = fake.alarmsSet.get('updates');
  fake.alarms.onAlarm.emit({ name: 'updates' });
  await vi.waitFor(() => expect(fake.alarmsSet.get('updates')).not.toBe(before));
  await vi.waitFor(async () => {
    const due = (await row())?.subscription?.nextAt ?? 0;
    expect(fake.alarmsSet.get('updates')).toBe(Math.min(Math.max(due, Date.now() + MINUTE), Date.now() + 7 * DAY));
  });
}
