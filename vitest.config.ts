/**
 * Two projects: `unit` (fast, no browser) and `e2e` (both browsers, one file after another, since two of them
 * on a small machine only slow each other down). A test file that needs a DOM says `// @vitest-environment happy-dom`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

/** Files without a DOM first: a worker is kept only where the next file in the queue asks for the same environment. */
class DomLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const inDom = new Set(
      files.filter(({ moduleId }) => readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment happy-dom')),
    );
    const sorted = await super.sort(files);
    return [...sorted.filter((file) => !inDom.has(file)), ...sorted.filter((file) => inDom.has(file))];
  }
}

export default defineConfig({
  oxc: jsx,
  test: {
    sequence: { sequencer: DomLast },
    projects: [
      {
        oxc: jsx,
        // A fake one for every unit test: the real one throws outside of a browser.
        resolve: { alias: { 'wxt/browser': join(import.meta.dirname, 'tests/support/wxt-browser.ts') } },
        json: { stringify: true, namedExports: false },
        test: {
          name: 'unit',
          include: [
            'tests/fuzz/*.test.ts',
            'tests/unit/**/*.test.{ts,tsx}',
            'tests/claims/**/*.test.ts',
            'tests/bench/growth/*.test.ts',
          ],
          environment: 'node',
          // Only what hangs shall fail by the clock: a busy machine is ten times slower than a quiet one.
          testTimeout: 60_000,
          isolate: false,
          globalSetup: ['tests/support/compile-claims.ts', 'tests/support/bundle-background.ts'],
          injectCjsGlobals: false,
          maxWorkers: '100%',
          setupFiles: ['tests/support/fresh.ts'],
        },
      },
      {
        oxc: jsx,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
