/**
 * Signed packs: Ed25519 over the exact bytes of the pack's JSON, so that nothing has to be put into a canonical form.
 * The pack's header names the key it is published under; a pack under a new key carries the old key's signature as well.
 */
import * as v from 'valibot';
import { badField } from './bad-field';
import type { PackFault } from './fault';
import { MAX_TEXT_BYTES } from './unpack';

export const ENVELOPE_FORMAT = 'dalel-signed-pack';
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** Base64 takes four characters for three bytes. */
const MOST_PAYLOAD = Math.ceil(MAX_TEXT_BYTES / 3) * 4;

const base64 = (max: number) => v.pipe(v.string(), v.maxLength(max), v.regex(/^[A-Za-z0-9+/]+={0,2}$/u));

const envelopeSchema = v.strictObject({
  format: v.literal(ENVELOPE_FORMAT),
  version: v.literal(1),
  payload: base64(MOST_PAYLOAD),
  signatures: v.pipe(
    v.array(v.strictObject({ key: base64(64), signature: base64(128) })),
    v.minLength(1),
    v.maxLength(4),
  ),
});

export type Opened =
  | {
      readonly ok: true;
      /** The pack's JSON. */
      readonly text: string;
      /** Keys, in base64, whose signature of these bytes holds. Empty for a file that is no envelope. */
      readonly keys: readonly string[];
    }
  | { readonly ok: false; readonly fault: PackFault };

function toBytes(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    // Not base64 after all: the caller says so.
    return null;
  }
}

async function holds(key: string, signature: string, payload: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const [keyBytes, signed] = [toBytes(key), toBytes(signature)];
  if (keyBytes?.length !== KEY_BYTES || signed?.length !== SIGNATURE_BYTES) return false;
  try {
    const opened = await crypto.subtle.importKey('raw', keyBytes, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', opened, signed, payload);
  } catch {
    // A key that is no point of the curve signs nothing.
    return false;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no envelope; the check of packs says what it is.
    return null;
  }
}

/** A signed or an unsigned pack to its JSON and the keys that vouch for it. Every signature must hold. */
export async function openEnvelope(text: string): Promise<Opened> {
  const refuse = (fault: PackFault): Opened => ({ ok: false, fault });
  if (text.length > MOST_PAYLOAD + 10_000) return refuse({ kind: 'text-too-large', most: MAX_TEXT_BYTES });
  if (!text.slice(0, 200).includes(ENVELOPE_FORMAT)) return { ok: true, text, keys: [] };
  const checked = v.safeParse(envelopeSchema, parse(text));
  if (!checked.success) return refuse(badField(checked.issues, 'envelope'));
  const payload = toBytes(checked.output.payload);
  if (payload === null) return refuse({ kind: 'bad-field', field: 'payload', reason: 'Expected base64' });
  for (const { key, signature } of checked.output.signatures)
    if (!(await holds(key, signature, payload))) return refuse({ kind: 'bad-signature' });
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(payload);
    return { ok: true, text: json, keys: checked.output.signatures.map(({ key }) => key) };
  } catch {
    return refuse({ kind: 'not-text' });
  }
}

/**
 * Whether these keys may publish this pack: the key that its header names must have signed, and where another key is
 * held already, that one too. `held` is undefined where the pack is new, null where it is held without a key.
 */
export function checkKeys(
  headerKey: string | undefined,
  keys: readonly string[],
  held: string | null | undefined,
): PackFault | null {
  if (headerKey === undefined && keys.length > 0) return { kind: 'other-key' };
  if (headerKey !== undefined && !keys.includes(headerKey))
    return { kind: keys.length === 0 ? 'unsigned' : 'other-key' };
  if (held === undefined || held === null) return null;
  if (headerKey === undefined) return { kind: 'unsigned' };
  return keys.includes(held) ? null : { kind: 'other-key' };
}

/** How people compare keys: the first 16 bytes of its SHA-256, in groups of four hexadecimal digits. */
export async function fingerprintOf(key: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', toBytes(key) ?? new Uint8Array()));
  const hex = [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{4})(?=.)/gu, '$1 ');
}
