/**
 * The one place that asks the web for anything (a lint rule holds it): an address to its bytes, or why not. Refuses every
 * origin that the reader neither subscribed to nor is adding in the dialog now. Nothing goes out but the request: no
 * cookie, no referrer, no redirect. Bytes are counted as they come; what stops coming, or never ends, is let go.
 */
import { readAddress } from '../packs/address';
import { isGzip, MAX_FILE_BYTES, MAX_TEXT_BYTES } from '../packs/unpack';
import type { FetchFault } from '../packs/update-fault';
import type { PackFault } from '../packs/fault';
import { MAX_BACKOFF_MS } from '../packs/subscription';
import { readSettings } from '../settings/store';
import { readTaken } from '../store/subscriptions';
import { openDatabase } from './database';

export interface Asked {
  readonly address: string;
  /** Of what is held, where only something else is wanted. */
  readonly etag: string | null;
  /** The reader is adding this very address, and has agreed to ask it. */
  readonly isAdding: boolean;
}

export interface Patience {
  /** Without a single byte. */
  readonly stallMs: number;
  readonly wholeMs: number;
  /** Milliseconds, rising. */
  readonly now: () => number;
}

/** Browsers end a background that works on one thing for five minutes. */
const PATIENCE: Patience = { stallMs: 30_000, wholeMs: 240_000, now: () => performance.now() };

export type Fetched =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly etag: string | null }
  /** `wishMs`: how long the server asked to be left alone. */
  | { readonly kind: 'failed'; readonly fault: FetchFault | PackFault; readonly wishMs: number };

type Failed = Extract<Fetched, { kind: 'failed' }>;
const fail = (fault: Failed['fault'], wishMs = 0): Failed => ({ kind: 'failed', fault, wishMs });

const TYPES = /^(?:application\/(?:(?:[\w.-]+\+)?json|gzip|x-gzip|octet-stream)|text\/plain|binary\/octet-stream)$/u;
const MAX_ETAG = 200;

const originOf = (address: string): string => new URL(address).origin;

/** The address as it may be asked, or the rule against it. */
async function allow({ address, isAdding }: Asked): Promise<string | Failed> {
  const read = readAddress(address, (await readSettings()).developerSubscriptions);
  if (!read.ok) return fail(read.fault);
  if (isAdding) return read.address;
  const subscribed = await readTaken(await openDatabase());
  const isKnown = subscribed.some((one) => originOf(one.address) === originOf(read.address));
  return isKnown ? read.address : fail({ kind: 'not-subscribed' });
}

/** In seconds or as a date; 0 where there is none or it makes no sense. */
function readRetryAfter(headers: Headers): number {
  const value = headers.get('retry-after')?.trim() ?? '';
  const ms = /^\d{1,9}$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MAX_BACKOFF_MS) : 0;
}

function judgeHead(response: Response): Failed | null {
  const { status, headers } = response;
  if (status === 429 || status === 503) return fail({ kind: 'busy', status }, readRetryAfter(headers));
  if (status !== 200) return fail({ kind: 'status', status }, readRetryAfter(headers));
  const type = (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/html' || type === 'application/xhtml+xml') return fail({ kind: 'html' });
  return TYPES.test(type) ? null : fail({ kind: 'wrong-type', type: type.slice(0, 80) });
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/** `onPiece` is told of each piece, and says with a fault that no more is wanted. */
async function readBody(body: ReadableStream<Uint8Array>, onPiece: () => Failed | null): Promise<Uint8Array | Failed> {
  const pieces: Uint8Array[] = [];
  const reader = body.getReader();
  let size = 0;
  /** Known from the second byte on. */
  let isPacked: boolean | null = null;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(pieces, size);
    pieces.push(value);
    size += value.byteLength;
    if (isPacked === null && size > 1) isPacked = isGzip(join(pieces, size));
    const tooLarge: PackFault | null =
      isPacked === true && size > MAX_FILE_BYTES
        ? { kind: 'file-too-large', most: MAX_FILE_BYTES }
        : size > MAX_TEXT_BYTES
          ? { kind: 'text-too-large', most: MAX_TEXT_BYTES }
          : null;
    const stop = tooLarge === null ? onPiece() : fail(tooLarge);
    if (stop === null) continue;
    await reader.cancel();
    return stop;
  }
}

/** Never throws but for the store. */
export async function fetchSubscribed(asked: Asked, patience: Patience = PATIENCE): Promise<Fetched> {
  const allowed = await allow(asked);
  if (typeof allowed !== 'string') return allowed;
  if (navigator.onLine === false && allowed.startsWith('https:')) return fail({ kind: 'offline' });
  const { stallMs, wholeMs, now } = patience;
  const started = now();
  const stalling = new AbortController();
  let timer = setTimeout(() => stalling.abort(), stallMs);
  const onPiece = (): Failed | null => {
    clearTimeout(timer);
    timer = setTimeout(() => stalling.abort(), stallMs);
    return now() - started > wholeMs ? fail({ kind: 'too-slow', seconds: wholeMs / 1000 }) : null;
  };
  try {
    const response = await fetch(allowed, {
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: stalling.signal,
      headers: asked.etag === null ? {} : { 'if-none-match': asked.etag },
    });
    const refused = response.status === 304 && asked.etag !== null ? null : judgeHead(response);
    if (refused !== null || response.status === 304 || response.body === null) {
      await response.body?.cancel();
      return refused ?? { kind: 'unchanged' };
    }
    const bytes = await readBody(response.body, onPiece);
    const etag = response.headers.get('etag');
    if (!(bytes instanceof Uint8Array)) return bytes;
    return { kind: 'bytes', bytes, etag: etag !== null && etag.length <= MAX_ETAG ? etag : null };
  } catch {
    // The browser says no more than that it failed, and on purpose: a page could else learn of a private network.
    return fail(stalling.signal.aborted ? { kind: 'stalled', seconds: stallMs / 1000 } : { kind: 'unreachable' });
  } finally {
    clearTimeout(timer);
  }
}
