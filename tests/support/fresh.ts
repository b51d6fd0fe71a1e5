/**
 * Runs before every unit test file: workers are kept from file to file, since to start one costs half a second, so
 * each file is given modules that nobody used and a document that nobody wrote into.
 */
import { vi } from 'vitest';

vi.resetModules();
if (typeof document !== 'undefined') {
  const { documentElement, head, body } = document;
  for (const name of documentElement.getAttributeNames()) documentElement.removeAttribute(name);
  head.replaceChildren();
  body.replaceChildren();
}
