/**
 * What comes from an address: an envelope whose signature holds says who wrote what is in it and makes nothing of it
 * sound. Packs and lists of withdrawn claims are read or refused with a reason; addresses lead to the web or nowhere.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { readAddress } from '../../lib/packs/address';
import { checkKeys } from '../../lib/packs/envelope';
import { openPackText } from '../../lib/packs/open';
import { judgeList, readList } from '../../lib/packs/retractions';
import { otherPack } from '../support/other-pack';
import { fuzz } from './fuzz';
import { damage, edits, mutateText, nastyText } from './mutate';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
/** A raw Ed25519 key is the end of its public form. */
const KEY = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');

function seal(text: string): string {
  const payload = Buffer.from(text);
  const signature = sign(null, payload, privateKey).toString('base64');
  const signatures = [{ key: KEY, signature }];
  return JSON.stringify({ format: 'dalel-signed-pack', version: 1, payload: payload.toString('base64'), signatures });
}

const pack = otherPack();
const SOUND = JSON.stringify({ ...pack, header: { ...pack.header, key: KEY } });
const LIST = JSON.stringify({
  format: 'dalel-retractions',
  version: 1,
  pack: 'lake-claims',
  revision: 3,
  key: KEY,
  claims: [{ claim: 'orvelia-bought-gunboats', date: '2026-03-01', why: { en: 'The letter was a forgery.' } }],
});

/** Damaged before it was signed, or after, or not at all. */
const sealed = (sound: string) =>
  fc
    .record({ changes: edits, before: damage, after: damage })
    .map(({ changes, before, after }) => after(seal(before(mutateText(sound, changes)))));

fuzz('signed packs', sealed(SOUND), async (text) => {
  const opened = await openPackText(text, '2026-11-22');
  if (!opened.ok) expect(opened.fault.kind).toMatch(/\S/u);
  // Held under this key, it is taken under no other.
  else if (checkKeys(opened.pack.header.key, opened.keys, KEY) === null) {
    expect([opened.pack.header.key, opened.keys]).toEqual([KEY, [KEY]]);
  }
});

fuzz('lists of withdrawn claims', sealed(LIST), async (text) => {
  const read = await readList(text);
  if (!read.ok) {
    expect(read.fault.kind).toMatch(/\S/u);
    return;
  }
  const held = { revision: 3, etag: null, claims: [] };
  const fault = judgeList({ pack: 'lake-claims', key: KEY, retractions: held }, read);
  if (fault !== null) return;
  expect([read.keys, read.list.key, read.list.pack]).toEqual([[KEY], KEY, 'lake-claims']);
  expect(read.list.revision).toBeGreaterThanOrEqual(held.revision);
});

const HOSTS = [
  'desk.example',
  'localhost',
  'LOCALHOST.',
  '127.0.0.1',
  '0x7f.1',
  '2130706433',
  '127.1',
  '[::1]',
  '[::ffff:7f00:1]',
  'me:secret@desk.example',
  'router.lan',
  'xn--80ak6aa92e.com',
  'дәлел.қаз',
  '１２７.0.0.1',
  'localhost%2eexample',
  'desk.example:99999',
  '169.254.169.254',
];

fuzz(
  'addresses of packs',
  fc
    .record({
      scheme: fc.constantFrom('https://', 'http://', 'HTTPS:', 'file:///', 'javascript:', '//', ' https:\\\\', ''),
      host: fc.oneof(fc.constantFrom(...HOSTS), nastyText),
      path: fc.oneof(fc.constantFrom('', '/pack.json', ':8080/p', '/#x', '?a=b'), nastyText),
      isDeveloper: fc.boolean(),
      damaged: damage,
    })
    .map(({ scheme, host, path, isDeveloper, damaged }) => ({ typed: damaged(scheme + host + path), isDeveloper })),
  ({ typed, isDeveloper }) => {
    const read = readAddress(typed, isDeveloper);
    if (!read.ok) {
      expect(read.fault.kind).toMatch(/\S/u);
      return;
    }
    const { protocol, hostname, username, password, hash } = new URL(read.address);
    expect([username, password, hash]).toEqual(['', '', '']);
    const isLoopback = protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname);
    if (!(isDeveloper && isLoopback)) {
      expect(protocol).toBe('https:');
      expect(hostname).toMatch(/^[^.]+(?:\.[^.]+)+\.?$/u);
      expect(hostname).not.toMatch(/^[\d.]+$|^\[|(?:^|\.)localhost\.?$/u);
    }
    expect(readAddress(read.address, isDeveloper)).toEqual(read);
  },
  // Names nobody.
  [{ typed: 'https://../x', isDeveloper: false }],
);
