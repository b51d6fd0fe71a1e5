/**
 * Runs before every unit test file. Workers are kept from file to file with the modules that they loaded: to start one
 * costs half a second, and functions that ran before run faster. So what a module keeps must be kept per call or per
 * object, as it is anyway, and each file is given a document that nobody wrote into. A file that mocks modules needs
 * those that import them loaded anew, before it and after it.
 */
import { readFileSync } from 'node:fs';
import { afterAll, expect, vi } from 'vitest';
import { readRangesAtOnce } from './linear-range';

const { testPath } = expect.getState();
if (testPath !== undefined && readFileSync(testPath, 'utf8').includes('vi.mock(')) {
  vi.resetModules();
  afterAll(() => void vi.resetModules());
}

if (typeof document !== 'undefined') {
  const { documentElement, head, body } = document;
  for (const name of documentElement.getAttributeNames()) documentElement.removeAttribute(name);
  head.replaceChildren();
  body.replaceChildren();
  readRangesAtOnce();
}
