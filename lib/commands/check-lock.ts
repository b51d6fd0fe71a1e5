/**
 * The lock file must serve every platform: `npm ci` refuses one that lacks a package which only another platform
 * needs, and npm leaves those out where a registry does not offer them. Nor may it name a registry's host.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Outcome } from './run-tool';

const names = v.optional(v.record(v.string(), v.string()), {});
const lock = v.object({
  packages: v.record(
    v.string(),
    v.object({ resolved: v.optional(v.string()), dependencies: names, optionalDependencies: names }),
  ),
});

type Packages = v.InferOutput<typeof lock>['packages'];

export function judgeLock(root: string): Promise<Outcome> {
  const { packages } = v.parse(lock, JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const lines = Object.entries(packages).flatMap(([path, { resolved, dependencies, optionalDependencies }]) => [
    ...(resolved === undefined ? [] : [`${path} names where it came from: ${resolved}`]),
    ...Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `${path} needs ${name}, which is not locked`),
  ]);
  return Promise.resolve({ ok: lines.length === 0, output: lines.join('\n') });
}

/** As Node looks for a package: inside the one that asks, then in each folder above. */
function isLocked(packages: Packages, from: string, name: string): boolean {
  if (packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`] !== undefined) return true;
  if (from === '') return false;
  const above = from.lastIndexOf('/node_modules/');
  return isLocked(packages, above < 0 ? '' : from.slice(0, above), name);
}
