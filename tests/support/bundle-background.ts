/**
 * Bundles the background once before the unit tests. They start it more than a thousand times, as a browser does where an
 * event wakes it: to run one script costs a tenth of loading its hundred modules anew.
 */
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

/** A CommonJS script that exports `startBackground`; what it calls the browser is the fake one. */
async function bundleBackground(): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { 'wxt/browser': join(import.meta.dirname, 'wxt-browser.ts') } },
    json: { stringify: true, namedExports: false },
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: join(ROOT, 'lib/background/start.ts'), formats: ['cjs'], fileName: 'background' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error('The background was not bundled');
  if (first.output.length !== 1) throw new Error('The background is more than one script');
  return first.output[0].code;
}

export async function setup(project: TestProject): Promise<void> {
  project.provide('background', await bundleBackground());
  project.onTestsRerun(async () => project.provide('background', await bundleBackground()));
}

declare module 'vitest' {
  interface ProvidedContext {
    /** See `bundleBackground`. */
    background: string;
  }
}
