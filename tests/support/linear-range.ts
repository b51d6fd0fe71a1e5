/**
 * The text of a range in happy-dom, which asks for each of its texts how many siblings stand before that: thousands of
 * paragraphs would take minutes. Any browser reads it in one go, and the browser tests go by that.
 */
export function readRangesAtOnce(): void {
  const { prototype } = Range;
  const real = prototype.toString;
  prototype.toString = function toString(this: Range): string {
    const { startContainer, startOffset, endContainer, endOffset } = this;
    if (startContainer instanceof Text || endContainer instanceof Text) return real.call(this);
    const end = nodeAt(endContainer, endOffset);
    const walker = document.createTreeWalker(startContainer.getRootNode());
    let text = '';
    let node = nodeAt(startContainer, startOffset);
    if (node !== null) walker.currentNode = node;
    for (; node !== null && node !== end; node = walker.nextNode()) if (node instanceof Text) text += node.data;
    return text;
  };
}

/** The node at a boundary, or where there is none, the first after it; null at the end of the tree. */
function nodeAt(container: Node, offset: number): Node | null {
  const at = container.childNodes[offset];
  if (at !== undefined) return at;
  for (let node: Node | null = container; node !== null; node = node.parentNode)
    if (node.nextSibling !== null) return node.nextSibling;
  return null;
}
