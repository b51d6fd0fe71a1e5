/**
 * The checkers of `npm run check`, in the order in which they run. Each judges a tree by its folder, so that the
 * planted faults can be judged in a copy; `build` says where the two builds are that the last ones look at.
 */
import { judgeBundles } from './check-bundles';
import { judgeDependencies } from './check-dependencies';
import { judgeExtension } from './check-extension';
import { judgeLock } from './check-lock';
import { judgePackages } from './check-packages';
import { judgeStores } from './check-stores';
import { judgeByStatus, type Outcome } from './run-tool';

export interface Checker {
  readonly name: string;
  /** True where the checker looks at the builds and not at the sources. */
  readonly needsBuild: boolean;
  run(root: string): Promise<Outcome>;
}

function source(name: string, run: Checker['run']): Checker {
  return { name, needsBuild: false, run };
}

function built(name: string, run: Checker['run']): Checker {
  return { name, needsBuild: true, run };
}

function types(name: string, config: string): Checker {
  return source(name, (root) => judgeByStatus(root, 'tsc', ['-p', config, '--pretty', 'false']));
}

export const CHECKERS: readonly Checker[] = [
  source('format', (root) => judgeByStatus(root, 'oxfmt', ['--check', '.'])),
  source('lint', (root) => judgeByStatus(root, 'oxlint', ['--type-aware', '--deny-warnings', '.'])),
  types('types of the engine', 'lib/engine/tsconfig.json'),
  types('types in the browser', 'tsconfig.json'),
  types('types in node', 'tsconfig.node.json'),
  types('types in tests', 'tsconfig.tests.json'),
  source('dependencies', judgeDependencies),
  source('lock file', judgeLock),
  source('packages', judgePackages),
  source('dead code', (root) => judgeByStatus(root, 'knip', ['--no-progress'])),
  built('sizes', (root) => judgeByStatus(root, 'size-limit', [])),
  built('bundles without polyfill', judgeBundles),
  built('extension lint', judgeExtension),
  built('store texts', judgeStores),
];

export const BUILDS: readonly Checker[] = (['chrome', 'firefox'] as const).map((target) =>
  source(`build for ${target}`, (root) => judgeByStatus(root, 'wxt', ['build', '-b', target])),
);
