/** Where the host must stand to be in reach. A pure question about the document. */

/** They show nothing of what is put into them. */
const CHILDLESS: ReadonlySet<string> = new Set(['video', 'audio', 'canvas', 'iframe', 'img', 'object', 'embed', 'svg']);

/** Outside the topmost modal dialog, or of what fills the screen, everything is inert, the top layer included. */
export const topmost = (doc: Document): Element | null =>
  [...doc.querySelectorAll(':modal')]
    .filter(({ localName, shadowRoot }) => shadowRoot === null && !CHILDLESS.has(localName))
    .at(-1) ?? null;
