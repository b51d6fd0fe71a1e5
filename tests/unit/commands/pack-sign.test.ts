/** What the command signs, a reader's Dalel opens. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signList, signPack, writeKey } from '../../../lib/commands/pack-sign';
import { checkKeys, fingerprintOf } from '../../../lib/packs/envelope';
import { openPackText } from '../../../lib/packs/open';
import { readList } from '../../../lib/packs/retractions';
import { otherPack } from '../../support/other-pack';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dalel-sign-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function open(text: string) {
  const opened = await openPackText(text, '2026-11-22');
  if (!opened.ok) throw new Error(opened.fault.kind);
  return opened;
}

test('a signed pack opens under its key, and a new key is vouched for by the old one', async () => {
  const fingerprint = await writeKey(at('old.json'));
  await writeKey(at('new.json'));
  const first = await open(await signPack(otherPack(), [at('old.json')]));
  const old = first.pack.header.key ?? '';
  expect(await fingerprintOf(old)).toBe(fingerprint);
  const second = await open(await signPack(otherPack('lake-claims', 2), [at('new.json'), at('old.json')]));
  expect(checkKeys(second.pack.header.key, second.keys, old)).toBeNull();
  expect(second.pack.header.key).not.toBe(old);
});

test('a key file is for its owner only, and never written over', async () => {
  await writeKey(at('key.json'));
  const before = readFileSync(at('key.json'), 'utf8');
  expect(statSync(at('key.json')).mode & 0o077).toBe(0);
  await expect(writeKey(at('key.json'))).rejects.toThrow('is there already');
  expect(readFileSync(at('key.json'), 'utf8')).toBe(before);
});

test('a list of withdrawn claims opens as it was written; one with a fault is refused by its field', async () => {
  await writeKey(at('key.json'));
  const claims = [{ claim: 'orvelia-bought-gunboats', date: '2026-11-20', why: { en: 'The letter was forged.' } }];
  writeFileSync(at('list.json'), JSON.stringify({ pack: 'lake-claims', revision: 2, claims }));
  const read = await readList(await signList(at('list.json'), [at('key.json')]));
  expect(read).toMatchObject({ ok: true, list: { pack: 'lake-claims', revision: 2, claims } });
  expect(read.ok && read.keys).toEqual(read.ok && [read.list.key]);
  writeFileSync(at('list.json'), JSON.stringify({ pack: 'lake-claims', revision: 0, claims }));
  // A command's file is read before it promises anything.
  await expect((async () => await signList(at('list.json'), [at('key.json')]))()).rejects.toThrow('revision');
  await expect((async () => await signList(at('list.json'), []))()).rejects.toThrow('Name a key file');
});
