/** Where the commands look for a browser, and what they say where there is none. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkAge, findBrowsers } from '../../../lib/commands/find-browsers.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dalel-browsers-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('CHROME_PATH', '');
  vi.stubEnv('FIREFOX_PATH', '');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A program that says it is a browser of some version. */
function program(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

test('the variable goes before what is on PATH', async () => {
  program('chromium', '#!/bin/sh\n');
  const own = program('mine', '#!/bin/sh\n');
  vi.stubEnv('CHROME_PATH', own);
  expect(await findBrowsers(['chromium'])).toEqual({ chromium: own });
});

test('finds both by name on PATH', async () => {
  const chromium = program('google-chrome', '#!/bin/sh\n');
  const firefox = program('firefox', '#!/bin/sh\n');
  expect(await findBrowsers(['chromium', 'firefox'])).toEqual({ chromium, firefox });
});

test('a variable that names no file is said, and nothing else is taken instead', async () => {
  program('chromium', '#!/bin/sh\n');
  vi.stubEnv('CHROME_PATH', join(folder, 'gone'));
  await expect(findBrowsers(['chromium'])).rejects.toThrow(/CHROME_PATH names .*gone, but there is no such file/);
});

test('passes over a script that starts a snap', async () => {
  program('chromium-browser', '#!/bin/sh\nexec /snap/bin/chromium "$@"\n');
  const edge = program('microsoft-edge', '#!/bin/sh\n');
  expect(await findBrowsers(['chromium'])).toEqual({ chromium: edge });
});

test.each([
  ['Mozilla Firefox 128.0esr', true],
  ['Mozilla Firefox 153.7.0esr', false],
  ['a browser that tells no number', false],
])('%s is too old: %s', (version, isTooOld) => {
  const path = program('firefox', `#!/bin/sh\necho "${version}"\n`);
  if (isTooOld) expect(() => checkAge('firefox', path)).toThrow(/is version 128; Dalel needs Firefox 153/);
  else expect(() => checkAge('firefox', path)).not.toThrow();
});
