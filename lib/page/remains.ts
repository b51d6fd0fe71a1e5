/**
 * What an instance leaves in the page that could not end itself: Firefox stops the scripts of an extension that is
 * updated without a word to them, and what they had shown stands on, deaf. The instance that comes next clears it away.
 * Ours is what is signed with the highlights' stem, which nobody else knows.
 */

/** First in the sheet of our closed root; a rule that fits nothing. */
export const signOf = (stem: string): string => `.${stem} {}`;

const firstRule = (sheet: CSSStyleSheet | undefined): string => sheet?.cssRules[0]?.cssText ?? '';

/** The root's sheets but for those that mark under this stem. */
export const withoutStale = (root: DocumentOrShadowRoot, stem: string): CSSStyleSheet[] =>
  root.adoptedStyleSheets.filter((sheet) => !firstRule(sheet).includes(`::highlight(${stem}`));

/** Closed roots, too, which Firefox opens to extensions' scripts alone. */
function rootOfHost(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot: root } = element as { readonly openOrClosedShadowRoot?: unknown };
  return root instanceof ShadowRoot ? root : null;
}

/** Before the first mark and card of a new instance. */
export function sweep(doc: Document, stem: string): void {
  const sheets = withoutStale(doc, stem);
  if (sheets.length < doc.adoptedStyleSheets.length) doc.adoptedStyleSheets = sheets;
  for (const element of doc.querySelectorAll('[popover="manual"]')) {
    if (firstRule(rootOfHost(element)?.adoptedStyleSheets[0]).startsWith(`.${stem} `)) element.remove();
  }
}
