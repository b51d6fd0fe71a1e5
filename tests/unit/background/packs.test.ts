/** Packs from a person's file to what pages are handed: loaded, switched, ordered, undone, removed. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Pack } from '../../../lib/engine/pack/schema';
import { openAnchorBits, type AnchorBits } from '../../../lib/engine/gate/bits';
import type { HandOver } from '../../../lib/messages/hand-over';
import { soundPack } from '../compile/sound';
import { fake } from './fake-browser';
import { AIRCRAFT, ask, pageOf, putBack, report, send, startAfresh, tab, wake, allCards } from './woken';

beforeEach(startAfresh);
afterEach(putBack);

function packOf(id: string, change: (pack: Pack) => Pack = (pack) => pack, revision = 1): string {
  const pack = soundPack();
  return JSON.stringify(change({ ...pack, header: { ...pack.header, id, revision, title: { en: `Pack ${id}` } } }));
}

const load = (text: string) => ask('packs/load', { text, from: 'file.json' });
const listed = async () => (await ask('packs/list', {})).map(({ id, isOn }) => [id, isOn]);

async function handOver(): Promise<HandOver> {
  fake.tabsOpen = [tab(1)];
  fake.injected = [];
  await send('knock', {}, pageOf(tab(1)));
  const injection = fake.injected.find(({ args }) => args?.[0] === 'dalelHandOver');
  return injection?.args?.[1] as unknown as HandOver;
}

describe('a pack', () => {
  test('that is loaded stands beside the bundled one, survives a sleep, and pages read with both', async () => {
    expect((await handOver()).readings).toHaveLength(1);
    expect(await load(packOf('elsewhere'))).toEqual({ ok: true, id: 'elsewhere' });
    wake();
    expect(await listed()).toEqual([
      [soundPack().header.id, true],
      ['elsewhere', true],
    ]);
    expect((await handOver()).readings).toHaveLength(2);
    const cards = await allCards();
    expect(cards.map(({ id, pack }) => [id, pack])).toEqual(
      expect.arrayContaining([
        [AIRCRAFT, undefined],
        [`elsewhere/${AIRCRAFT}`, 'Pack elsewhere'],
      ]),
    );
    expect((await ask('claims/get', { id: `elsewhere/${AIRCRAFT}` }))?.card?.statements.length).toBeGreaterThan(0);
  });

  test('tells the sentinels what to look for while it is on, and only then', async () => {
    const item = async () => (await fake.storage.local.get('anchors'))['anchors'] as AnchorBits | undefined;
    expect(await item()).toBeUndefined();
    await load(packOf('elsewhere'));
    const bits = await item();
    if (bits === undefined) throw new Error('No anchors were written');
    expect(openAnchorBits(bits).test('A deal with Kazakhstan')).toBe(true);
    expect([...fake.registered]).toEqual(['pack-sentinel']);
    await ask('packs/set', { id: 'elsewhere', on: false });
    expect(await item()).toBeUndefined();
    expect([...fake.registered]).toEqual([]);
    expect((await handOver()).readings).toHaveLength(1);
    expect((await allCards()).some(({ pack }) => pack !== undefined)).toBe(false);
  });

  test('that is refused changes nothing', async () => {
    await load(packOf('elsewhere', undefined, 3));
    const before = await ask('packs/list', {});
    for (const text of [
      packOf('elsewhere', undefined, 2),
      packOf('elsewhere', undefined, 3),
      packOf(soundPack().header.id),
      '{"format":"dalel-pack"}',
      'nonsense',
    ])
      expect(await load(text)).toMatchObject({ ok: false, fault: { kind: expect.any(String) } });
    expect(await ask('packs/list', {})).toEqual(before);
  });

  test('that a newer revision replaced says what changed, and comes back by one undo', async () => {
    await load(packOf('elsewhere'));
    const without = (pack: Pack): Pack => ({ ...pack, claims: pack.claims.filter(({ id }) => id !== AIRCRAFT) });
    await load(packOf('elsewhere', without, 2));
    const [, after] = await ask('packs/list', {});
    expect(after).toMatchObject({ canUndo: true, changes: [{ kind: 'withdrawn', id: AIRCRAFT }] });
    await ask('packs/undo', { id: 'elsewhere' });
    const [, undone] = await ask('packs/list', {});
    expect(undone).toMatchObject({ header: { revision: 1 }, canUndo: false, changes: null });
    expect((await ask('claims/get', { id: `elsewhere/${AIRCRAFT}` }))?.card).not.toBeNull();
    await expect(ask('packs/undo', { id: 'elsewhere' })).rejects.toThrow('no-earlier');
  });

  test('keeps the order that it was given, and goes whole when it is removed', async () => {
    for (const id of ['one', 'two', 'three']) await load(packOf(id));
    await ask('packs/move', { id: 'three', by: -1 });
    await ask('packs/move', { id: 'one', by: -1 });
    expect((await listed()).map(([id]) => id)).toEqual([soundPack().header.id, 'one', 'three', 'two']);
    await ask('packs/remove', { id: 'three' });
    wake();
    expect((await listed()).map(([id]) => id)).toEqual([soundPack().header.id, 'one', 'two']);
  });
});

describe('a signed pack', () => {
  interface Signer {
    readonly key: string;
    sign(bytes: Uint8Array): Promise<string>;
  }
  async function makeSigner(): Promise<Signer> {
    const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
    const toBase64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');
    return {
      key: toBase64(await crypto.subtle.exportKey('raw', pair.publicKey)),
      sign: async (bytes) => toBase64(await crypto.subtle.sign('Ed25519', pair.privateKey, Buffer.from(bytes))),
    };
  }
  async function signed(revision: number, signers: readonly Signer[], bend = ''): Promise<string> {
    const [own] = signers;
    const text = packOf('signed-desk', (pack) => ({ ...pack, header: { ...pack.header, key: own?.key } }), revision);
    const bytes = Buffer.from(text);
    const signatures = await Promise.all(signers.map(async ({ key, sign }) => ({ key, signature: await sign(bytes) })));
    const payload = Buffer.from(text + bend).toString('base64');
    return JSON.stringify({ format: 'dalel-signed-pack', version: 1, payload, signatures });
  }

  test(
    'pins its key: only that key, or one that it vouches for, publishes the next revision',
    { timeout: 30_000 },
    async () => {
      const [a, b] = [await makeSigner(), await makeSigner()];
      expect(await load(await signed(1, [a]))).toEqual({ ok: true, id: 'signed-desk' });
      expect((await ask('packs/list', {}))[1]?.fingerprint).toMatch(/^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/u);
      const refused = async (text: string, kind: string) =>
        expect(await load(text)).toMatchObject({ ok: false, fault: { kind } });
      await refused(await signed(2, [b]), 'other-key');
      await refused(await signed(2, [a], ' '), 'bad-signature');
      await refused(packOf('signed-desk', undefined, 2), 'unsigned');
      await refused(await signed(1, [a]), 'same');
      expect(await load(await signed(2, [b, a]))).toMatchObject({ ok: true });
      await refused(await signed(3, [a]), 'other-key');
      expect(await load(await signed(3, [b]))).toMatchObject({ ok: true });
      await refused(await signed(2, [b, a]), 'older');
      expect((await ask('packs/list', {}))[1]).toMatchObject({ header: { revision: 3 } });
    },
  );
});

describe('a claim of the reader’s own', () => {
  const own = { ...report, sentence: 'Boats were handed over.', marking: { phrases: ['patrol boats', 'handed over'] } };
  const ownCards = async () => (await allCards()).filter(({ pack }) => pack === 'Your own claims');

  test('is handed to pages as soon as its report is saved, and goes with it', async () => {
    await ask('reports/save', { report: own });
    expect((await handOver()).readings).toHaveLength(2);
    expect(await ownCards()).toMatchObject([
      { id: `personal/${own.id}`, proposition: 'Boats were handed over.', status: 'reported' },
    ]);
    await vi.waitFor(async () => expect(await fake.storage.local.get('anchors')).toHaveProperty('anchors'));
    wake();
    expect((await handOver()).readings).toHaveLength(2);
    await ask('reports/delete', { id: own.id });
    expect((await handOver()).readings).toHaveLength(1);
    expect(await ownCards()).toEqual([]);
  });

  test('reads no page again when its note is typed on, and tells the new one; other phrases are read for', async () => {
    fake.tabsOpen = [tab(1), tab(2), tab(3)];
    const save = (change: Partial<typeof own>) => ask('reports/save', { report: { ...own, ...change } });
    await save({});
    await vi.waitFor(() => expect(fake.injected).toHaveLength(3));
    fake.injected = [];
    fake.told = [];
    for (const note of ['S', 'Se', 'See', 'Seen', 'Seen again']) await save({ note });
    await vi.waitFor(() => expect(fake.toldCalls('page/refresh')).toHaveLength(15));
    expect(fake.injected).toEqual([]);
    expect(await ownCards()).toMatchObject([{ statements: [{ summary: 'Seen again' }] }]);

    await save({ note: 'Seen again', state: 'ready' });
    await save({ note: 'Seen again', marking: { phrases: ['patrol boats'] } });
    await vi.waitFor(() => expect(fake.injected).toHaveLength(3));
    expect(fake.toldCalls('page/refresh')).toHaveLength(18);
  });

  test('shows what it would mark before it is kept', async () => {
    const text = 'Twelve patrol boats were handed over.';
    const preview = await ask('reports/preview', { report: own, texts: [text, 'Nothing here.'] });
    expect(preview).toEqual({ texts: [[expect.stringContaining('boats were handed over')], []], page: null });
    expect(await ownCards()).toEqual([]);
  });
});
