/**
 * Two projects: `unit` (fast, no browser) and `e2e` (both browsers, one file after another, since two of them
 * on a small machine only slow each other down). A test file that needs a DOM says `// @vitest-environment happy-dom`.
 */
import { defineConfig } from 'vitest/config';

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

export default defineConfig({
  oxc: jsx,
  test: {
    projects: [
      {
        oxc: jsx,
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
          globalSetup: ['tests/support/compile-claims.ts'],
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
