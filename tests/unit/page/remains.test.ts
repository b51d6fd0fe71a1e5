// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { signOf, sweep, withoutStale } from '../../../lib/page/remains';

const STEM = 'd0123456789abcdef';

/** A sheet of one rule, of which only the words are asked; the emulated browser does not know highlights. */
const sheetOf = (rule: string): CSSStyleSheet =>
  Object.defineProperty(new CSSStyleSheet(), 'cssRules', { value: rule === '' ? [] : [{ cssText: rule }] });

/** An element with a closed root, as Firefox shows it to an extension's scripts. */
function host(css: string, popover = 'manual'): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('popover', popover);
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheetOf(css)];
  Object.assign(element, { openOrClosedShadowRoot: root });
  document.documentElement.append(element);
  return element;
}

afterEach(() => {
  for (const element of document.querySelectorAll('[popover]')) element.remove();
  document.adoptedStyleSheets = [];
});

test('the host that an older instance left is cleared away, and nobody else’s', () => {
  const ours = host(`${signOf(STEM)}section { color: red }`);
  const others = [host('section { color: red }'), host(signOf('dfedcba9876543210')), host('')];
  const plain = document.createElement('div');
  plain.setAttribute('popover', 'manual');
  document.body.append(plain);
  sweep(document, STEM);
  expect(ours.isConnected).toBe(false);
  expect([...others, plain].every((one) => one.isConnected)).toBe(true);
});

test('of the page’s sheets only those that mark under our names go', () => {
  const kept = [sheetOf('p { color: red }'), sheetOf('::highlight(theirs) { color: red }')];
  document.adoptedStyleSheets = [...kept, sheetOf(`::highlight(${STEM}0) { color: red }`)];
  expect(withoutStale(document, STEM)).toEqual(kept);
  sweep(document, STEM);
  expect(document.adoptedStyleSheets).toEqual(kept);
});
