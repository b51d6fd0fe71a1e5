/**
 * Faults that the checkers of `npm run check` must report. Each is laid into a copy of the tree, never into the tree;
 * `says` is what the checker's output must hold. `<out>` stands for the folder of the builds.
 */
import { createHash } from 'node:crypto';

export interface PlantedFault {
  /** As named in lib/commands/checkers.ts. */
  readonly checker: string;
  readonly file: string;
  readonly text: string;
  readonly says: readonly string[];
}

/** Text that gzip cannot make smaller than half of it. */
function incompressible(chars: number): string {
  let text = '';
  for (let i = 0; text.length < chars; i++) text += createHash('sha256').update(String(i)).digest('base64');
  return text;
}

function lint(name: string, text: string, ...says: readonly string[]): PlantedFault {
  return { checker: 'lint', file: `components/shared/planted-${name}.tsx`, text: `${text}\n`, says };
}

/** A call of the console that tells more than it may; none other of our rules minds it there. */
function log(folder: string, call: string): PlantedFault {
  const file = `lib/${folder}/planted-log.ts`;
  return {
    checker: 'lint',
    file,
    text: `export const f = (said: string) => ${call};\n`,
    says: ['dalel(plain-logs)', file],
  };
}

/** A module that imports what its folder must not; the rule's name and the file are to be told. */
function imports(rule: string, file: string, ...targets: readonly string[]): PlantedFault {
  const text = targets.map((target) => `import '${target}';\n`).join('');
  return { checker: 'dependencies', file, text, says: [`${rule}: ${file} →`] };
}

export const FAULTS: readonly PlantedFault[] = [
  {
    checker: 'format',
    file: 'lib/words/planted.ts',
    text: 'export const x = "double"\n',
    says: ['lib/words/planted.ts'],
  },

  lint('any', 'export const x: any = 1;', 'no-explicit-any'),
  lint('promise', 'export function f() {\n  Promise.resolve(1);\n}', 'no-floating-promises'),
  lint('html', 'export const f = (e: Element) => {\n  e.innerHTML = "x";\n};', 'innerHTML'),
  lint('danger', 'export const x = <p dangerouslySetInnerHTML={{ __html: "x" }} />;', 'no-danger'),
  lint('eval', 'export const f = () => eval("1");', 'no-eval'),
  lint('sync', 'export const f = (b: typeof import("wxt/browser").browser) => b.storage.sync;', "'sync' is restricted"),
  // WXT's own types bring Node's along, so the type checker lets this pass in browser code.
  lint('node', "export const home = process.env['HOME'];", "Unexpected use of 'process'"),
  lint('fetch', "export const f = () => fetch('https://elsewhere.example/');", 'Only lib/background/fetch-subscribed'),
  lint('beacon', "export const f = () => navigator.sendBeacon('/x');", "'sendBeacon' is restricted"),
  lint('elements', "export const f = () => customElements.get('x-y');", 'plain elements only'),
  lint(
    'waived',
    'export const f = (w: { wrappedJSObject: unknown }) => w.wrappedJSObject;',
    "'wrappedJSObject' is restricted",
  ),
  log('page', 'console.warn(`It says ${said}`)'),
  log('background', "console.error('It says', said)"),
  log('messages', "console.error('It says', new Error(said))"),
  log('store', "console.error('It says', said, 1)"),
  lint('bang', 'export const f = (x: string | null) => x!.length;', 'no-non-null-assertion'),
  lint('catch', 'export function f() {\n  try {\n    f();\n  } catch {}\n}', 'no-empty'),
  lint(
    'switch',
    "export function f(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1;\n    default:\n      return 2;\n  }\n}",
    'switch-exhaustiveness-check',
  ),
  {
    checker: 'lint',
    file: 'tests/unit/planted.test.ts',
    text: "import { test } from 'vitest';\ntest.skip('x', () => {});\ntest.only('y', () => {});\n",
    says: ['no-disabled-tests', 'no-focused-tests'],
  },

  {
    checker: 'types of the engine',
    file: 'lib/engine/planted.ts',
    text: 'export const page = document.title;\nexport const later = setTimeout;\nexport const env = process.env;\n',
    says: ["lib/engine/planted.ts(1,21): error TS2584: Cannot find name 'document'", "'setTimeout'", "'process'"],
  },
  {
    checker: 'types in the browser',
    file: 'lib/page/planted.ts',
    text: "export const first: string = ['a'][0];\nexport const x: { y?: string } = { y: undefined };\n",
    says: ['lib/page/planted.ts(1,14): error TS2322', 'lib/page/planted.ts(2,14): error TS2375'],
  },
  {
    checker: 'types in node',
    file: 'lib/compile/planted.ts',
    text: 'export const page = document.title;\n',
    says: ["lib/compile/planted.ts(1,21): error TS2584: Cannot find name 'document'"],
  },
  {
    checker: 'types in tests',
    file: 'tests/unit/planted.test.ts',
    text: "export const x: number = 'text';\n",
    says: ['tests/unit/planted.test.ts(1,14): error TS2322'],
  },

  imports('not-resolved', 'lib/words/planted-nowhere.ts', '@/lib/words/say'),
  imports('engine-imports', 'lib/engine/planted.ts', '../page/lifetime'),
  imports('engine-imports', 'lib/engine/planted-package.ts', 'valibot'),
  imports('page-imports', 'lib/page/planted.ts', '../store/planted'),
  imports('store-imports', 'lib/store/planted.ts', '../page/lifetime'),
  imports('messages-imports', 'lib/messages/planted.ts', '../store/planted'),
  imports('messages-imports-types-only', 'lib/messages/planted-value.ts', '../words/say'),
  imports('settings-imports', 'lib/settings/planted.ts', '../store/planted'),
  imports('reports-imports', 'lib/reports/planted.ts', '../store/planted'),
  imports('records-imports', 'lib/records/planted.ts', '../store/planted'),
  imports('background-imports', 'lib/background/planted.ts', '../page/lifetime'),
  imports('components-imports', 'components/shared/planted.ts', '../../lib/store/planted'),
  imports('components-imports-types-only', 'components/shared/planted-value.ts', '../../lib/settings/settings'),
  imports('compile-imports', 'lib/compile/planted.ts', '../page/lifetime'),
  imports('scan-imports', 'lib/scan/planted.ts', '../page/lifetime'),
  imports('words-imports', 'lib/words/planted.ts', '../engine/types'),
  imports('nothing-imports-entrypoints', 'lib/page/planted-entry.ts', '../../entrypoints/sentinel/index'),
  imports('nothing-imports-tests', 'lib/page/planted-test.ts', '../../tests/support/wait'),
  imports('nothing-bundled-imports-commands', 'lib/page/planted-command.ts', '../commands/setup.mjs'),
  imports('entrypoints-import-no-node-side', 'entrypoints/popup/planted.ts', '../../lib/compile/bundle'),
  imports('entrypoints-stand-alone', 'entrypoints/popup/planted-other.ts', '../options/main'),
  imports('sentinel-reaches', 'entrypoints/sentinel/planted.ts', '../../lib/page/lifetime', '../../lib/engine/read'),
  imports('annotator-reaches', 'entrypoints/annotator/planted.ts', '../../lib/store/planted'),
  imports('background-reaches', 'entrypoints/background/planted.ts', '../../lib/page/lifetime'),
  imports('no-cycle', 'lib/page/planted-a.ts', './planted-b'),
  { checker: 'dependencies', file: 'lib/page/planted-b.ts', text: "import './planted-a';\n", says: [] },

  {
    checker: 'dead code',
    file: 'lib/page/planted.ts',
    text: 'export const nobody = 1;\n',
    says: ['lib/page/planted.ts'],
  },
  {
    checker: 'dead code',
    file: 'tests/unit/planted.test.ts',
    text: "import { used } from '../support/planted-used';\nused();\n",
    says: [],
  },
  {
    checker: 'dead code',
    file: 'tests/support/planted-used.ts',
    text: 'export function used() {}\nexport function unusedByAnyone() {}\n',
    says: ['unusedByAnyone'],
  },

  {
    checker: 'lock file',
    file: 'package-lock.json',
    text: JSON.stringify({
      packages: {
        'node_modules/a': { resolved: 'https://registry.example/a.tgz' },
        'node_modules/b': { optionalDependencies: { 'b-darwin': '1.0.0', a: '1.0.0' } },
      },
    }),
    says: ['node_modules/a names where it came from', 'node_modules/b needs b-darwin'],
  },
  {
    checker: 'packages',
    file: 'wxt.config.ts',
    text: [
      "import { defineConfig } from 'wxt';",
      'export default defineConfig({',
      '  imports: false,',
      "  outDir: process.env['DALEL_OUT'] ?? '.output',",
      "  modules: ['@wxt-dev/webextension-polyfill'],",
      "  vite: () => ({ oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } }),",
      '  manifest: { name: `Dalel of ${Date.now()}` },',
      "  zip: { excludeSources: ['tests/**'] },",
      '});',
    ].join('\n'),
    says: ['chrome.zip came out otherwise in another folder'],
  },
  {
    checker: 'sizes',
    file: '<out>/chrome-mv3/sentinel.js',
    text: incompressible(12_000),
    says: ['Package size limit has exceeded', 'sentinel'],
  },
  {
    checker: 'bundles without polyfill',
    file: '<out>/chrome-mv3/sentinel.js',
    text: 'throw new Error("This script should only be loaded in a browser extension.");',
    says: ['chrome-mv3/sentinel.js holds the polyfill'],
  },
  {
    checker: 'bundles without polyfill',
    file: '<out>/firefox-mv3/annotator.js',
    text: 'const wrappedSendMessageCallback = 1;',
    says: ['firefox-mv3/annotator.js holds the polyfill'],
  },
  {
    checker: 'extension lint',
    file: '<out>/firefox-mv3/background.js',
    text: 'eval(location.hash);\n',
    says: ['new warning DANGEROUS_EVAL in background.js'],
  },
  {
    checker: 'extension lint',
    file: '<out>/firefox-mv3/_locales/en/messages.json',
    text: '{ not json',
    says: ['error '],
  },
  {
    checker: 'store texts',
    file: '<out>/chrome-mv3/manifest.json',
    text: JSON.stringify({
      permissions: ['tabs'],
      host_permissions: [],
      web_accessible_resources: [],
      externally_connectable: {},
      content_security_policy: { extension_pages: "script-src 'self'" },
    }),
    says: [
      'tabs is asked for without a reason',
      'could load files of the extension',
      'could send messages',
      "does not begin with default-src 'none'",
      'names no oldest version',
    ],
  },
  {
    checker: 'store texts',
    file: 'lib/stores/kk.yaml',
    text: JSON.stringify({ summary: 'x'.repeat(251), purpose: '', description: '' }),
    says: ['summary in lib/stores/kk.yaml: 251 characters', 'Edge wants 250'],
  },
  {
    checker: 'store texts',
    file: 'lib/stores/permissions.yaml',
    text: 'history: No reason.\n',
    says: ['history has a reason, but is not asked for'],
  },
];
