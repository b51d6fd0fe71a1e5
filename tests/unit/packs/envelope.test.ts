/** Signed packs: what opens, what is refused, and how a key is handed on. */
import { beforeAll, describe, expect, test } from 'vitest';
import { checkKeys, ENVELOPE_FORMAT, fingerprintOf, openEnvelope } from '../../../lib/packs/envelope';

interface Signer {
  readonly key: string;
  sign(text: string): Promise<{ key: string; signature: string }>;
}

const toBase64 = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64');

async function makeSigner(): Promise<Signer> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const key = toBase64(await crypto.subtle.exportKey('raw', pair.publicKey));
  return {
    key,
    sign: async (text) => ({
      key,
      signature: toBase64(await crypto.subtle.sign('Ed25519', pair.privateKey, Buffer.from(text))),
    }),
  };
}

const TEXT = '{"format":"dalel-pack","title":"Көл"}';
const envelope = (text: string, signatures: readonly object[], more: object = {}): string =>
  JSON.stringify({
    format: ENVELOPE_FORMAT,
    version: 1,
    payload: Buffer.from(text).toString('base64'),
    signatures,
    ...more,
  });

let a: Signer;
let b: Signer;
beforeAll(async () => {
  [a, b] = [await makeSigner(), await makeSigner()];
});

describe('an envelope', () => {
  test('opens to the exact bytes and the keys that signed them', async () => {
    expect(await openEnvelope(envelope(TEXT, [await a.sign(TEXT)]))).toEqual({ ok: true, text: TEXT, keys: [a.key] });
    const both = [await a.sign(TEXT), await b.sign(TEXT)];
    expect(await openEnvelope(envelope(TEXT, both))).toMatchObject({ keys: [a.key, b.key] });
  });

  test('that is none passes as it is, without a key', async () => {
    expect(await openEnvelope(TEXT)).toEqual({ ok: true, text: TEXT, keys: [] });
    expect(await openEnvelope('nonsense')).toEqual({ ok: true, text: 'nonsense', keys: [] });
  });

  test('is refused where any signature does not hold', async () => {
    const good = await a.sign(TEXT);
    const bad = [
      [await a.sign(`${TEXT} `)],
      [good, { ...(await b.sign(TEXT)), key: a.key }],
      [{ ...good, key: b.key }],
      [{ ...good, signature: toBase64(new Uint8Array(64).buffer) }],
      [{ ...good, key: toBase64(new Uint8Array(31).buffer) }],
      [{ ...good, key: toBase64(new Uint8Array(32).fill(255).buffer) }],
    ];
    for (const signatures of bad)
      expect(await openEnvelope(envelope(TEXT, signatures))).toEqual({ ok: false, fault: { kind: 'bad-signature' } });
  });

  test.each([
    ['no signature', (good: object) => envelope(TEXT, []) && JSON.stringify({ good, format: ENVELOPE_FORMAT })],
    ['an empty list of signatures', () => envelope(TEXT, [])],
    ['another version', (good: object) => envelope(TEXT, [good], { version: 2 })],
    ['a field too many', (good: object) => envelope(TEXT, [good], { script: 'x' })],
    ['a payload that is no base64', (good: object) => envelope(TEXT, [good], { payload: '<>' })],
    ['its half', (good: object) => envelope(TEXT, [good]).slice(0, 150)],
  ])('with %s is refused', async (_what, make) => {
    expect(await openEnvelope(make(await a.sign(TEXT)))).toMatchObject({ ok: false, fault: { kind: 'bad-field' } });
  });

  test('whose payload is no text is refused', async () => {
    const bytes = Buffer.from([0x7b, 0xff]);
    const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
    const key = toBase64(await crypto.subtle.exportKey('raw', pair.publicKey));
    const signature = toBase64(await crypto.subtle.sign('Ed25519', pair.privateKey, bytes));
    const text = envelope('', [{ key, signature }], { payload: bytes.toString('base64') });
    expect(await openEnvelope(text)).toEqual({ ok: false, fault: { kind: 'not-text' } });
  });
});

describe('a key', () => {
  test.each([
    ['unsigned, new', undefined, [], undefined, null],
    ['unsigned over unsigned', undefined, [], null, null],
    ['signed, new', 'A', ['A'], undefined, null],
    ['signed over unsigned', 'A', ['A'], null, null],
    ['the same key again', 'A', ['A'], 'A', null],
    ['a new key, vouched for by the old', 'B', ['A', 'B'], 'A', null],
    ['a new key by itself', 'B', ['B'], 'A', { kind: 'other-key' }],
    ['the old key for a pack under another', 'B', ['A'], 'A', { kind: 'other-key' }],
    ['unsigned over signed', undefined, [], 'A', { kind: 'unsigned' }],
    ['a named key that did not sign', 'A', [], 'A', { kind: 'unsigned' }],
    ['signed by a key that the pack does not name', undefined, ['A'], undefined, { kind: 'other-key' }],
  ])('%s', (_what, header, keys, held, fault) => {
    expect(checkKeys(header, keys, held)).toEqual(fault);
  });

  test('is compared by a fingerprint of eight groups', async () => {
    expect(await fingerprintOf(a.key)).toMatch(/^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/u);
    expect(await fingerprintOf(a.key)).not.toBe(await fingerprintOf(b.key));
  });
});
