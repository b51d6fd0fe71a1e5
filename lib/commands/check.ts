/**
 * `npm run check`: every checker on this tree, then every checker on a copy with a planted fault that it must report.
 * One line each with its time; what a failing one said follows at once. Ends with `N passed, N failed`.
 * `npm run check -- lint format` runs only the checkers named so.
 */
import { BUILDS, CHECKERS, type Checker } from './checkers';
import { judgePlanted } from './planted';
import { runCommand, ROOT, say, SetupError } from './setup.mjs';

const WIDTH = 28;

async function judge(checker: Checker): Promise<boolean> {
  const started = performance.now();
  const { ok, output } = await checker.run(ROOT).catch((error: unknown) => ({
    ok: false,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  const time = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  say(`${ok ? 'ok    ' : 'FAILED'}  ${checker.name.padEnd(WIDTH)}${time.padStart(8)}`);
  if (!ok) say(output.trimEnd().replaceAll(/^/gm, '    '));
  return ok;
}

/** Builds stand before the first checker that looks at them; planted faults come last. */
function plan(names: readonly string[]): readonly Checker[] {
  const planted = CHECKERS.map((checker) => ({
    name: `planted: ${checker.name}`,
    needsBuild: checker.needsBuild,
    run: (root: string) => judgePlanted(checker, root),
  }));
  const all = [...CHECKERS, ...planted];
  const unknown = names.filter((name) => !all.some((checker) => checker.name === name));
  if (unknown.length > 0)
    throw new SetupError(
      `No checker is named ${unknown.join(', ')}. There are:\n${all.map(({ name }) => name).join('\n')}`,
    );
  const chosen = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
  const first = chosen.findIndex((checker) => checker.needsBuild);
  return first < 0 ? chosen : chosen.toSpliced(first, 0, ...BUILDS);
}

await runCommand(async () => {
  let passed = 0;
  let failed = 0;
  for (const checker of plan(process.argv.slice(2))) {
    if (await judge(checker)) passed += 1;
    else failed += 1;
  }
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
