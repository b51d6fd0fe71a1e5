/**
 * The tests that mutation testing judges: those of the engine and of what packs are checked by, and the labelled
 * sentences. Without those that take seconds each (packs compiled from files, millions of letters): they run per mutant.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'tests/unit/engine/**/*.test.ts',
      'tests/unit/compile/fixture-readings.test.ts',
      'tests/unit/packs/envelope.test.ts',
      'tests/mutation/*.test.ts',
    ],
    exclude: ['tests/unit/engine/hostile.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
