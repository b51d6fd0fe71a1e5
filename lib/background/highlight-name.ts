/**
 * The stem of our highlights' names on one origin: a keyed hash, so that a new instance finds what an old one left,
 * and no page can tell it from its neighbours' or know it before. https://datatracker.ietf.org/doc/html/rfc2104
 */
import { browser } from 'wxt/browser';

const SECRET_ITEM = 'secret';
const SECRET_BYTES = 32;
const HEX_DIGITS = 16;

const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function readSecret(): Promise<string> {
  return await navigator.locks.request('dalel-secret', async () => {
    const stored: unknown = (await browser.storage.local.get(SECRET_ITEM))[SECRET_ITEM];
    if (typeof stored === 'string' && stored.length === SECRET_BYTES * 2) return stored;
    const secret = toHex(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
    await browser.storage.local.set({ [SECRET_ITEM]: secret });
    return secret;
  });
}

/** Asked for once a life of the background; a failure is not remembered. */
let known: Promise<string> | null = null;

async function secretNow(): Promise<string> {
  known ??= readSecret();
  try {
    return await known;
  } catch (reason) {
    known = null;
    throw reason;
  }
}

/** `d` and 16 hex digits: the same for the same origin in the same installation. */
export async function nameHighlights(origin: string): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(await secretNow()),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const hash = await crypto.subtle.sign('HMAC', key, encoder.encode(origin));
  return `d${toHex(new Uint8Array(hash)).slice(0, HEX_DIGITS)}`;
}
