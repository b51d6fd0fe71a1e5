/**
 * The tests that mutation testing judges: those of the engine and of what packs are checked by, and the labelled
 * sentences. Without those that take seconds each (packs compiled from files, millions of letters): they run per mutant.
 */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The short ones first, so that few mutants live to see the labelled sentences. */
class ShortFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/tests/mutation/');
    return files.toSorted((a, b) => Number(isLong(a)) - Number(isLong(b)));
  }
}

export default defineConfig({
  test: {
    include: [
      'tests/unit/engine/**/*.test.ts',
      'tests/unit/packs/{attacks,envelope,phrases,unpack}.test.ts',
      'tests/unit/records/timeline.test.ts',
      'tests/mutation/*.test.ts',
    ],
    exclude: ['tests/unit/engine/hostile.test.ts'],
    environment: 'node',
    // The engine keeps nothing from text to text, so its modules need not be loaded anew for each file.
    isolate: false,
    testTimeout: 60_000,
    setupFiles: ['tests/mutation/same-cases.ts'],
    globalSetup: ['tests/support/compile-claims.ts'],
    sequence: { sequencer: ShortFirst },
  },
});
