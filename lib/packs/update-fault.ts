/** Why an update was not taken, as data; the page of packs says each in one sentence with what to do. */
import type { PackFault } from './fault';

export type AddressFault =
  | { readonly kind: 'not-address' | 'not-https' | 'with-user' }
  /** This computer or one named by its number: only after developer subscriptions are switched on, and then loopback. */
  | { readonly kind: 'local-address' };

export type FetchFault =
  | AddressFault
  /** Asked for an address that the reader never subscribed to. */
  | { readonly kind: 'not-subscribed' }
  /** No answer, or one that sends the request on elsewhere: the browser does not tell which. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'status'; readonly status: number }
  /** The server asks for patience (429, 503). */
  | { readonly kind: 'busy'; readonly status: number }
  /** Nothing came for `seconds`; the whole took longer than `seconds`. */
  | { readonly kind: 'stalled' | 'too-slow'; readonly seconds: number }
  | { readonly kind: 'wrong-type'; readonly type: string }
  | { readonly kind: 'html' };

export type UpdateFault =
  | PackFault
  | FetchFault
  | { readonly kind: 'other-pack'; readonly held: string; readonly given: string }
  /** The pack, or the address, is subscribed to already. */
  | { readonly kind: 'subscribed' }
  /** The pack itself is in order; its list of withdrawn claims is not. */
  | { readonly kind: 'retractions'; readonly fault: PackFault | FetchFault | { readonly kind: 'other-pack' } };
