/**
 * A page's raw text for the gate, in few native reads and without a wrapper a node: `textContent` of subtrees of
 * bearable size, in document order, each with the end of the one before, so that a word across two is whole.
 */

/** About 300,000 characters of prose; one `textContent` cannot be interrupted. */
const MOST_ELEMENTS = 6_000;
/** Longer than any anchor. */
const CARRY = 60;

export function* pageTexts(root: Element): Generator<string, void, undefined> {
  let tail = '';
  for (const text of subtreeTexts(root)) {
    const whole = tail + text;
    yield whole;
    tail = whole.slice(-CARRY);
  }
}

function* subtreeTexts(root: Node): Generator<string, void, undefined> {
  if (!(root instanceof Element) || root.getElementsByTagName('*').length <= MOST_ELEMENTS) {
    yield root.textContent ?? '';
    return;
  }
  for (const child of root.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE || child.nodeType === Node.TEXT_NODE) yield* subtreeTexts(child);
  }
}

/** Elements looked at before the search for shadow roots is given up. */
const MOST_HOSTS = 30_000;

/** Open shadow roots below `root`, nested ones too. Closed ones cannot be read and are not. */
export function* openRoots(root: ParentNode): Generator<ShadowRoot | null, void, undefined> {
  const queue: ParentNode[] = [root];
  let seen = 0;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const elements = next.querySelectorAll('*');
    for (const element of elements) {
      if (++seen > MOST_HOSTS) return;
      // A pause for whoever works in slices.
      if (seen % 500 === 0) yield null;
      if (element.shadowRoot === null) continue;
      queue.push(element.shadowRoot);
      yield element.shadowRoot;
    }
  }
}
