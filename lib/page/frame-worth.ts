/** Which documents are read at all. Pure questions about one document; the sentinel and the annotator ask them alike. */

/** XML, SVG, PDF viewers and the like have no prose that a highlight could mark. */
const READABLE = /html|plain/;
const LEAST_FRAME_PX = 100;

export const isReadable = (doc: Document): boolean => READABLE.test(doc.contentType) && doc.designMode !== 'on';

/** Frames too small to read in: counters, pixels, buttons. The top frame always counts. */
export const isSmallFrame = (view: Window): boolean =>
  view !== view.top && Math.min(view.innerWidth, view.innerHeight) < LEAST_FRAME_PX;
