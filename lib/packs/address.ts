/**
 * An address that a reader types to one that may be asked for packs: https to a named host. With developer
 * subscriptions http to this very computer as well, and nothing else. Pure.
 */
import type { AddressFault } from './update-fault';

export const MAX_ADDRESS = 500;

export type AddressRead =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly fault: AddressFault };

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);
const NUMBERS = /^(?:\[.*\]|\d+(?:\.\d+){3})$/u;
/** Names that only the reader's own network knows. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|lan|home|arpa)$/u;

/** A name and what it is in, none of them empty. */
const NAMED = /^[^.]+(?:\.[^.]+)+$/u;

/** The address comes back as the browser writes it, without its fragment. */
export function readAddress(typed: string, isDeveloper: boolean): AddressRead {
  const refuse = (kind: AddressFault['kind']): AddressRead => ({ ok: false, fault: { kind } });
  const url = typed.length <= MAX_ADDRESS ? URL.parse(typed.trim()) : null;
  if (url === null) return refuse('not-address');
  if (url.username !== '' || url.password !== '') return refuse('with-user');
  url.hash = '';
  if (isDeveloper && url.protocol === 'http:' && LOOPBACK.has(url.hostname)) return { ok: true, address: url.href };
  const host = url.hostname.replace(/\.$/u, '');
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (isWeb && (NUMBERS.test(host) || LOCAL_NAME.test(host) || !NAMED.test(host))) return refuse('local-address');
  return url.protocol === 'https:' ? { ok: true, address: url.href } : refuse('not-https');
}
