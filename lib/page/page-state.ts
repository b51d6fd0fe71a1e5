/** Whether a document is read, as what lives in its isolated world shows: asked of the top one where the popup opens. */
import type { PageState } from '../messages/protocol';
import { isReadable } from './frame-worth';
import { isThere, SENTINEL, startLifetime } from './lifetime';
import type { Lifetime } from './lifetime';

export const ANNOTATOR = 'dalelAnnotator';
const READING = 'dalelFirstPass';

/** Says of an annotator's world that its first pass is under way, until what it returns is called or the annotator ends. */
export function noteReading(world: object, annotator: Lifetime): () => void {
  const reading = startLifetime(world, READING, annotator.isOn);
  annotator.signal.addEventListener('abort', reading.end);
  return reading.end;
}

/** `world` is the isolated world's global. */
export function pageState(doc: Document, world: object): Exclude<PageState, 'closed'> {
  if (!isReadable(doc)) return 'other-kind';
  if (isThere(world, READING)) return 'waiting';
  if (isThere(world, ANNOTATOR) || isThere(world, SENTINEL)) return 'read';
  return doc.readyState === 'complete' ? 'unread' : 'waiting';
}
