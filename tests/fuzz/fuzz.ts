/**
 * One fuzzed law: `fuzz('packs', arbitrary, law, found)` is a test that tries it on as many made cases as
 * DALEL_FUZZ_CASES says (by default few enough for every run of the unit tests) from the seed DALEL_FUZZ_SEED, the
 * cases of `found` first: each is one that broke the law once. Prints `fuzz packs: tried N, failed 0`.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';

const CASES = Number(process.env['DALEL_FUZZ_CASES'] ?? 100);
const SEED = Number(process.env['DALEL_FUZZ_SEED'] ?? 1);

export function fuzz<T>(
  name: string,
  made: fc.Arbitrary<T>,
  law: (given: T) => void | Promise<void>,
  found: readonly T[] = [],
): void {
  test(`fuzz: ${name}`, { timeout: 0 }, async () => {
    const property = fc.asyncProperty(made, async (given) => law(given));
    const run = await fc.check(property, {
      seed: SEED,
      numRuns: CASES + found.length,
      examples: found.map((one) => [one]),
    });
    process.stdout.write(`fuzz ${name}: tried ${run.numRuns}, failed ${run.failed ? 1 : 0}\n`);
    // The case may be long: what went wrong with it comes first.
    const fault = run.errorInstance instanceof Error ? run.errorInstance.stack : run.errorInstance;
    expect(run.failed ? `${String(fault)}\n${await fc.asyncDefaultReportMessage(run)}` : 'held').toBe('held');
  });
}
