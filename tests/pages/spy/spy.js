/**
 * A page that wants to know whether Dalel is here: it listens to every event that window and document could get,
 * to messages, to mutations, and asks again and again for highlights and style sheets. What it learns is in `learned`.
 * It runs before everything else, so that nothing can happen unseen.
 */
(() => {
  const learned = [];
  window.learned = learned;
  const expected = new Set(
    // What a page gets from its own browser and from a person who does nothing to it.
    (
      'DOMContentLoaded load readystatechange pageshow pagereveal visibilitychange webkitvisibilitychange focus blur ' +
      'focusin focusout resize scroll scrollend pagehide pageswap pointerrawupdate beforeunload unload ' +
      'pointermove mousemove pointerover mouseover pointerenter mouseenter pointerout mouseout pointerleave mouseleave ' +
      'deviceorientation deviceorientationabsolute devicemotion selectionchange'
    ).split(' '),
  );
  const types = new Set(['message', 'messageerror', 'error', 'unhandledrejection', 'rejectionhandled', 'securitypolicyviolation']);
  for (const target of [window, document, Element.prototype, HTMLElement.prototype]) {
    for (const name in target) if (name.startsWith('on')) types.add(name.slice(2));
  }
  // Names that frameworks for extensions are known to send to the page.
  for (const name of ['wxt:content-script-started', 'wxt:locationchange', 'dalel', 'extension']) types.add(name);
  const hear = (event) => {
    if (!expected.has(event.type)) learned.push(`event ${event.type} ${JSON.stringify(event.data ?? event.detail ?? null)}`);
  };
  for (const type of types) {
    window.addEventListener(type, hear, true);
    document.addEventListener(type, hear, true);
  }
  // A message of a name that nobody listens to shows where it is sent.
  for (const [owner, name] of [
    [window, 'postMessage'],
    [window, 'dispatchEvent'],
    [document, 'dispatchEvent'],
    [EventTarget.prototype, 'dispatchEvent'],
  ]) {
    const own = owner[name];
    owner[name] = function (...given) {
      learned.push(`${name} ${String(given[0])}`);
      return own.apply(this, given);
    };
  }
  const atFirst = new Set(Object.getOwnPropertyNames(window));
  let parsed = false;
  new MutationObserver((records) => {
    // Until the parser is done each node that it adds is a record.
    if (parsed) for (const record of records) learned.push(`mutation ${record.type} ${record.target.nodeName}`);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  document.addEventListener('DOMContentLoaded', () => (parsed = true));
  const look = () => {
    if (CSS.highlights.size > 0) learned.push(`highlights ${[...CSS.highlights.keys()].join(' ')}`);
    if (document.adoptedStyleSheets.length > 0) learned.push('adopted style sheets');
    if (document.styleSheets.length > 0) learned.push('style sheets');
    const added = Object.getOwnPropertyNames(window).filter((name) => !atFirst.has(name));
    if (added.length > 0) learned.push(`globals ${added.join(' ')}`);
  };
  look();
  setInterval(look, 20);
})();
