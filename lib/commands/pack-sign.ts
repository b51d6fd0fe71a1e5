/**
 * Signing for editors: a key file, and a pack in an envelope signed with it. A pack that moves to a new key is signed
 * with the old one as well, so that whoever trusted that follows. A key file is a secret: it is written for its owner only.
 */
import { webcrypto } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Pack } from '../engine/pack/schema';
import { ENVELOPE_FORMAT, fingerprintOf } from '../packs/envelope';
import { describePackFault } from '../packs/fault';
import { makeList } from '../packs/retractions';
import { SetupError } from './setup.mjs';

const keyFile = v.strictObject({ format: v.literal('dalel-key'), public: v.string(), private: v.string() });

const toBase64 = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64');

/** Writes a new key; never over a file that is there. Gives its fingerprint. */
export async function writeKey(file: string): Promise<string> {
  if (existsSync(file))
    throw new SetupError(`${file} is there already, and a key that is lost is lost: choose another name`);
  // What generateKey gives for a pair of signing keys.
  const pair = (await webcrypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const key = toBase64(await webcrypto.subtle.exportKey('raw', pair.publicKey));
  const secret = toBase64(await webcrypto.subtle.exportKey('pkcs8', pair.privateKey));
  writeFileSync(file, `${JSON.stringify({ format: 'dalel-key', public: key, private: secret }, null, 2)}\n`, {
    mode: 0o600,
    flag: 'wx',
  });
  return fingerprintOf(key);
}

function readKey(file: string): v.InferOutput<typeof keyFile> {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SetupError(`${file} could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const checked = v.safeParse(keyFile, data);
  if (!checked.success) throw new SetupError(`${file} is no key file: npm run pack -- keygen writes one`);
  return checked.output;
}

type Keys = readonly v.InferOutput<typeof keyFile>[];

async function seal(text: string, keys: Keys): Promise<string> {
  const bytes = Buffer.from(text);
  const signatures = await Promise.all(
    keys.map(async (key) => {
      const secret = Buffer.from(key.private, 'base64');
      const opened = await webcrypto.subtle.importKey('pkcs8', secret, 'Ed25519', false, ['sign']);
      return { key: key.public, signature: toBase64(await webcrypto.subtle.sign('Ed25519', opened, bytes)) };
    }),
  );
  return `${JSON.stringify({ format: ENVELOPE_FORMAT, version: 1, payload: bytes.toString('base64'), signatures })}\n`;
}

function readKeys(files: readonly string[]): { readonly keys: Keys; readonly own: string } {
  const keys = files.map(readKey);
  const [own] = keys;
  if (own === undefined) throw new SetupError('Name a key file: --key key.json');
  return { keys, own: own.public };
}

/** The envelope's text. `keyFiles`: the key that the pack is published under, then older ones that vouch for it. */
export function signPack(pack: Pack, keyFiles: readonly string[]): Promise<string> {
  const { keys, own } = readKeys(keyFiles);
  return seal(JSON.stringify({ ...pack, header: { ...pack.header, key: own } }), keys);
}

/** The same for a list of withdrawn claims, as JSON with `pack`, `revision` and `claims`. */
export function signList(file: string, keyFiles: readonly string[]): Promise<string> {
  const { keys, own } = readKeys(keyFiles);
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SetupError(`${file} could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const list = makeList(data, own);
  if ('kind' in list) throw new SetupError(`${file}: ${describePackFault(list)}`);
  return seal(JSON.stringify(list), keys);
}
