/** Signed packs: what opens, what is refused, and how a key is handed on. */
import { beforeAll, describe, expect, test } from 'vitest';
import { checkKeys, ENVELOPE_FORMAT, fingerprintOf, openEnvelope } from '../../../lib/packs/envelope';
import { MAX_TEXT_BYTES } from '../../../lib/packs/unpack';
import { makeSigner, signatureOf, toBase64, type Signer } from '../../support/signer';

const signed = (signer: Signer, text: string) => signatureOf(signer, Buffer.from(text));

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
    expect(await openEnvelope(envelope(TEXT, [await signed(a, TEXT)]))).toEqual({
      ok: true,
      text: TEXT,
      keys: [a.key],
    });
    const both = [await signed(a, TEXT), await signed(b, TEXT)];
    expect(await openEnvelope(envelope(TEXT, both))).toMatchObject({ keys: [a.key, b.key] });
  });

  test('that is none passes as it is, without a key', async () => {
    expect(await openEnvelope(TEXT)).toEqual({ ok: true, text: TEXT, keys: [] });
    expect(await openEnvelope('nonsense')).toEqual({ ok: true, text: 'nonsense', keys: [] });
  });

  test('is told by its beginning alone', async () => {
    const text = `{"title":"${'x'.repeat(200)}","editor":"${ENVELOPE_FORMAT}"}`;
    expect(await openEnvelope(text)).toEqual({ ok: true, text, keys: [] });
  });

  test('that is cut is refused as a whole', async () => {
    expect(await openEnvelope(`{"format":"${ENVELOPE_FORMAT}"`)).toMatchObject({
      ok: false,
      fault: { kind: 'bad-field', field: 'envelope' },
    });
  });

  test('whose payload has the letters of base64 and not its length is refused', async () => {
    const text = envelope(TEXT, [await signed(a, TEXT)], { payload: 'AAAAA' });
    expect(await openEnvelope(text)).toEqual({
      ok: false,
      fault: { kind: 'bad-field', field: 'payload', reason: 'Expected base64' },
    });
  });

  test('is refused unread where it is longer than the longest pack in base64 and its signatures', async () => {
    const most = Math.ceil(MAX_TEXT_BYTES / 3) * 4 + 10_000;
    expect(await openEnvelope(' '.repeat(most))).toMatchObject({ ok: true });
    expect(await openEnvelope(' '.repeat(most + 1))).toEqual({
      ok: false,
      fault: { kind: 'text-too-large', most: MAX_TEXT_BYTES },
    });
  });

  test('is refused where any signature does not hold', async () => {
    const good = await signed(a, TEXT);
    const bad = [
      [await signed(a, `${TEXT} `)],
      [good, { ...(await signed(b, TEXT)), key: a.key }],
      [{ ...good, key: b.key }],
      [{ ...good, signature: toBase64(new Uint8Array(64)) }],
      [{ ...good, signature: toBase64(new Uint8Array(63)) }],
      [{ ...good, key: toBase64(new Uint8Array(31)) }],
      [{ ...good, key: toBase64(new Uint8Array(32).fill(255)) }],
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
    expect(await openEnvelope(make(await signed(a, TEXT)))).toMatchObject({ ok: false, fault: { kind: 'bad-field' } });
  });

  test('whose payload is no text is refused', async () => {
    const bytes = Buffer.from([0x7b, 0xff]);
    const text = envelope('', [await signatureOf(a, bytes)], { payload: toBase64(bytes) });
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
