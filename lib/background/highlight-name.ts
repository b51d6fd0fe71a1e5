/**
 * The stem of our highlights' names on one origin: a keyed hash, so that a new instance finds what an old one left,
 * and no page can tell it from its neighbours' or know it before. https://datatracker.ietf.org/doc/html/rfc2104
 */
import { browser } from 'wxt/browser';

const SECRET_ITEM = 'secret';
const SECRET_BYTES = 32;
const HEX_DIGITS = 16;

const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function keptSecret(): Promise<string | null> {
  const stored: unknown = (await browser.storage.local.get(SECRET_ITEM))[SECRET_ITEM];
  return typeof stored === 'string' && stored.length === SECRET_BYTES * 2 ? stored : null;
}

const makeSecret = (): Promise<string> =>
  navigator.locks.request('dalel-secret', async () => {
    // Another page may have asked for the first at the same moment.
    const kept = await keptSecret();
    if (kept !== null) return kept;
    const secret = toHex(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
    await browser.storage.local.set({ [SECRET_ITEM]: secret });
    return secret;
  });

/** `d` and 16 hex digits: the same for the same origin in the same installation. */
export async function nameHighlights(origin: string): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode((await keptSecret()) ?? (await makeSecret())),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const hash = await crypto.subtle.sign('HMAC', key, encoder.encode(origin));
  return `d${toHex(new Uint8Array(hash)).slice(0, HEX_DIGITS)}`;
}
