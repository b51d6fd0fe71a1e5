/** What an address serves, brought in and opened: a pack with the keys that signed it, its list of withdrawn claims, or why not. */
import type { Pack } from '../engine/pack/schema';
import { openPackText } from '../packs/open';
import { judgeList, readList, type RetractionList } from '../packs/retractions';
import type { Subscription } from '../packs/subscription';
import { unpack } from '../packs/unpack';
import type { PackFault } from '../packs/fault';
import type { FetchFault, UpdateFault } from '../packs/update-fault';
import { fetchSubscribed, type Asked, type Fetched } from './fetch-subscribed';

/** Of a file, before anybody asks what it says. */
type FileFault = PackFault | FetchFault;
type Refused = { readonly kind: 'failed'; readonly fault: FileFault; readonly wishMs: number };

export type Brought =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'pack'; readonly pack: Pack; readonly keys: readonly string[]; readonly etag: string | null }
  | Refused;

const refuse = (fault: FileFault): Refused => ({ kind: 'failed', fault, wishMs: 0 });

/** A page of a portal or of an error says by its first letter what it is, whatever type the server gives it. */
const isMarkup = (text: string): boolean => text.slice(0, 1000).trimStart().startsWith('<');

async function readText({
  bytes,
}: Extract<Fetched, { kind: 'bytes' }>): Promise<{ readonly kind: 'text'; readonly text: string } | Refused> {
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) return refuse(unpacked.fault);
  return isMarkup(unpacked.text) ? refuse({ kind: 'html' }) : { kind: 'text', text: unpacked.text };
}

/** `today` is an ISO day. */
export async function bringPack(asked: Asked, today: string): Promise<Brought> {
  const fetched = await fetchSubscribed(asked);
  if (fetched.kind !== 'bytes') return fetched;
  const read = await readText(fetched);
  if (read.kind === 'failed') return read;
  const opened = await openPackText(read.text, today);
  if (!opened.ok) return refuse(opened.fault);
  return { kind: 'pack', pack: opened.pack, keys: opened.keys, etag: fetched.etag };
}

export type ListBrought =
  | { readonly kind: 'none' | 'unchanged' }
  | { readonly kind: 'list'; readonly list: RetractionList }
  | { readonly kind: 'failed'; readonly fault: Extract<UpdateFault, { kind: 'retractions' }> };

/** The list beside the pack, where the pack's header names one. `subscription` has the key that must have signed it. */
export async function bringList(
  subscription: Pick<Subscription, 'pack' | 'address' | 'key' | 'retractions'>,
  header: Pack['header'] | null,
  isAdding: boolean,
): Promise<ListBrought> {
  if (header?.retractions === undefined) return { kind: 'none' };
  const failed = (fault: Extract<UpdateFault, { kind: 'retractions' }>['fault']): ListBrought => ({
    kind: 'failed',
    fault: { kind: 'retractions', fault },
  });
  const address = new URL(header.retractions, subscription.address).href;
  const fetched = await fetchSubscribed({ address, etag: subscription.retractions?.etag ?? null, isAdding });
  if (fetched.kind === 'failed') return failed(fetched.fault);
  if (fetched.kind === 'unchanged') return fetched;
  const opened = await readText(fetched);
  if (opened.kind === 'failed') return failed(opened.fault);
  const read = await readList(opened.text);
  if (!read.ok) return failed(read.fault);
  const fault = judgeList(subscription, read);
  if (fault !== null) return failed(fault);
  const { revision, claims } = read.list;
  return { kind: 'list', list: { revision, etag: fetched.etag, claims } };
}
