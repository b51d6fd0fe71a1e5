/**
 * The list of claims that an editor withdraws, a small signed file beside the pack: it reaches readers also where the
 * pack itself is large and changes seldom. A claim that is on it is shown as withdrawn, with the day and the reason.
 */
import * as v from 'valibot';
import { shared } from '../engine/pack/schema';
import { badField } from './bad-field';
import { checkKeys, openEnvelope } from './envelope';
import type { PackFault } from './fault';
import type { Subscription } from './subscription';

const MAX_LIST_CHARS = 1_000_000;

const listSchema = v.strictObject({
  format: v.literal('dalel-retractions'),
  version: v.literal(1),
  pack: shared.id,
  /** Counts up with every publication. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  key: shared.key,
  claims: v.pipe(
    v.array(v.strictObject({ claim: shared.id, date: shared.fullDate, why: shared.words(300) })),
    v.maxLength(2000),
  ),
});

export type RetractionFile = v.InferOutput<typeof listSchema>;
export type Retraction = RetractionFile['claims'][number];

/** As it is kept with the subscription. */
export interface RetractionList {
  readonly revision: number;
  readonly etag: string | null;
  readonly claims: readonly Retraction[];
}

export type ListFault = PackFault | { readonly kind: 'other-pack' };
export type ListRead =
  | { readonly ok: true; readonly list: RetractionFile; readonly keys: readonly string[] }
  | { readonly ok: false; readonly fault: ListFault };

/** Opens the envelope and checks the shape; whose list it is, `judgeList` says. Never throws. */
export async function readList(text: string): Promise<ListRead> {
  const refuse = (fault: ListFault): ListRead => ({ ok: false, fault });
  if (text.length > MAX_LIST_CHARS) return refuse({ kind: 'text-too-large', most: MAX_LIST_CHARS });
  const opened = await openEnvelope(text);
  if (!opened.ok) return refuse(opened.fault);
  let data: unknown;
  try {
    data = JSON.parse(opened.text);
  } catch {
    return refuse({ kind: 'not-json' });
  }
  const checked = v.safeParse(listSchema, data, { abortEarly: true });
  if (!checked.success) return refuse(badField(checked.issues, 'list'));
  return { ok: true, list: checked.output, keys: opened.keys };
}

/** The list as its editor signs it, or the first field that is wrong. */
export function makeList(data: unknown, key: string): RetractionFile | PackFault {
  const given = typeof data === 'object' && data !== null ? data : {};
  const checked = v.safeParse(listSchema, { format: 'dalel-retractions', version: 1, ...given, key });
  return checked.success ? checked.output : badField(checked.issues, 'list');
}

/** Whether the list may take the place of the one held: the same pack, the pinned key, no lower revision. */
export function judgeList(
  { pack, key, retractions }: Pick<Subscription, 'pack' | 'key' | 'retractions'>,
  { list, keys }: { readonly list: RetractionFile; readonly keys: readonly string[] },
): ListFault | null {
  if (list.pack !== pack) return { kind: 'other-pack' };
  const fault = checkKeys(list.key, keys, key);
  if (fault !== null) return fault;
  const held = retractions?.revision ?? 0;
  return list.revision < held ? { kind: 'older', held, given: list.revision } : null;
}
