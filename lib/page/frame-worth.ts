/** Which documents are read at all. Pure questions about one document; the sentinel and the annotator ask them alike. */

/** XML, SVG, PDF viewers and the like have no prose that a highlight could mark. */
const READABLE: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'text/plain']);
const LEAST_FRAME_PX = 100;

export const isReadable = (doc: Document): boolean => READABLE.has(doc.contentType) && doc.designMode !== 'on';

/** Frames too small to read in: counters, pixels, buttons. The top frame always counts. */
export const isSmallFrame = (view: Window): boolean =>
  view !== view.top && (view.innerWidth < LEAST_FRAME_PX || view.innerHeight < LEAST_FRAME_PX);
