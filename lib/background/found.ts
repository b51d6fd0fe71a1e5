/**
 * What the frames of a tab hold, in storage.session alone: told by the annotators, dropped with their documents,
 * summed for badge and popup. Pure functions over one tab's record, and the few that read and write it.
 */
import { browser } from 'wxt/browser';
import type { ClaimId } from '../engine/types';
import type { Cap } from '../messages/protocol';

export interface FrameFound {
  readonly frameId: number;
  /** Null in browsers that do not name documents. */
  readonly documentId: string | null;
  readonly counts: readonly (readonly [ClaimId, number])[];
  readonly capped: readonly Cap[];
}

export interface TabFound {
  /** The top frame first, then by number. */
  readonly frames: readonly FrameFound[];
  /** Where the keyboard's steps are: which frame, and at which of its mentions. */
  readonly cursor: { readonly frameId: number; readonly at: number } | null;
}

export const NOTHING_FOUND: TabFound = { frames: [], cursor: null };

export function putFrame(found: TabFound, frame: FrameFound): TabFound {
  const others = found.frames.filter(({ frameId }) => frameId !== frame.frameId);
  return { ...found, frames: [...others, frame].toSorted((a, b) => a.frameId - b.frameId) };
}

/** A frame that could not be read: what it told before stands. */
export function noteFailure(
  found: TabFound,
  { frameId, documentId }: Pick<FrameFound, 'frameId' | 'documentId'>,
): TabFound {
  const before = found.frames.find((frame) => frame.frameId === frameId && frame.documentId === documentId);
  return putFrame(found, { frameId, documentId, counts: before?.counts ?? [], capped: ['failed'] });
}

/** Distinct mentions a claim over all frames, of the claims that `isCounted` takes. */
export function sumFound(
  found: TabFound,
  isCounted: (id: ClaimId) => boolean = () => true,
): ReadonlyMap<ClaimId, number> {
  const sums = new Map<ClaimId, number>();
  for (const [id, count] of found.frames.flatMap((frame) => frame.counts)) {
    if (count > 0 && isCounted(id)) sums.set(id, (sums.get(id) ?? 0) + count);
  }
  return sums;
}

/** The frame that holds the nth mention of a claim in the tab, and which mention it is there; both from 0. */
export function locateMention(
  found: TabFound,
  claim: ClaimId,
  nth: number,
): { readonly frameId: number; readonly nth: number } | null {
  let left = nth;
  for (const { frameId, counts } of found.frames) {
    const count = counts.find(([id]) => id === claim)?.[1] ?? 0;
    if (left < count) return { frameId, nth: left };
    left -= count;
  }
  return null;
}

/** The next step of the keyboard: on within the frame, and from its last mention to the next frame that has any. */
export function moveCursor(found: TabFound, by: 1 | -1, isCounted: (id: ClaimId) => boolean): TabFound['cursor'] {
  const frames = found.frames
    .map((frame) => ({
      frameId: frame.frameId,
      count: [...sumFound({ frames: [frame], cursor: null }, isCounted).values()].reduce((a, b) => a + b, 0),
    }))
    .filter(({ count }) => count > 0);
  const place = frames.findIndex(({ frameId }) => frameId === found.cursor?.frameId);
  const here = frames[place];
  if (here === undefined || found.cursor === null) {
    const first = frames[0];
    return first === undefined ? null : { frameId: first.frameId, at: by === 1 ? 0 : first.count - 1 };
  }
  const at = found.cursor.at + by;
  if (at >= 0 && at < here.count) return { frameId: here.frameId, at };
  const next = frames[(place + by + frames.length) % frames.length] ?? here;
  return { frameId: next.frameId, at: by === 1 ? 0 : next.count - 1 };
}

const itemOf = (tabId: number): string => `found:${tabId}`;

export async function readFound(tabId: number): Promise<TabFound> {
  const item = itemOf(tabId);
  const stored = await browser.storage.session.get(item);
  // Only this file writes the item, and the session's storage does not outlive this version of it.
  return (stored[item] as TabFound | undefined) ?? NOTHING_FOUND;
}

/** Frames tell at the same time: one after another, each on what the one before left. */
export async function changeFound(tabId: number, change: (found: TabFound) => TabFound): Promise<TabFound> {
  return await navigator.locks.request(itemOf(tabId), async () => {
    const before = await readFound(tabId);
    const after = change(before);
    if (after.frames.length === 0) await browser.storage.session.remove(itemOf(tabId));
    else if (after !== before) await browser.storage.session.set({ [itemOf(tabId)]: after });
    return after;
  });
}

export async function dropFound(tabId: number): Promise<void> {
  await changeFound(tabId, () => NOTHING_FOUND);
}
