/**
 * Drops what a tab's frames told once their documents are gone. A browser says "loading" for a change of address
 * within a document as well, so where documents have names, each is asked whether it still stands.
 */
import { browser } from 'wxt/browser';
import { showBadge } from './badge';
import { changeFound, readFound, type FrameFound } from './found';
import { readSettings } from '../settings/store';
import { tryTab } from './tabs';

async function stands(tabId: number, { documentId }: FrameFound): Promise<boolean> {
  if (documentId === null) return false;
  const target = { tabId, documentIds: [documentId] };
  return (await tryTab(() => browser.scripting.executeScript({ target, func: () => true }))) !== null;
}

export async function dropGone(tabId: number): Promise<void> {
  const { frames } = await readFound(tabId);
  if (frames.length === 0) return;
  const standing = await Promise.all(frames.map((frame) => stands(tabId, frame)));
  const gone = frames.filter((_frame, index) => standing[index] !== true);
  if (gone.length === 0) return;
  // Only what was asked about: a frame of the new document may have told its findings meanwhile.
  const isGone = (frame: FrameFound): boolean =>
    gone.some(({ frameId, documentId }) => frameId === frame.frameId && documentId === frame.documentId);
  const found = await changeFound(tabId, (now) => ({ ...now, frames: now.frames.filter((frame) => !isGone(frame)) }));
  await showBadge(tabId, found, await readSettings());
}
