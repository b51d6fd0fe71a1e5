/**
 * Who may import whom, as the design has it. Every rule is an error, and each has a planted fault
 * in tests/support/planted/dependencies that it must report.
 * The swc parser is needed because the cruiser cannot read TypeScript 7: without it, it passes with no module at all.
 */

/** A folder and all that it may import; everything else is forbidden. `types` may be imported for their types only. */
const AREAS = [
  { name: 'engine', path: '^lib/engine/', not: '^lib/engine/pack/(?:schema|fields)\\.ts$', may: ['^lib/engine/'] },
  {
    name: 'engine-schema',
    path: '^lib/engine/pack/(?:schema|fields)\\.ts$',
    may: ['^lib/engine/', '(?:^|/)node_modules/valibot/'],
  },
  {
    name: 'compile',
    path: '^lib/compile/',
    may: ['^lib/(compile|engine)/', '(?:^|/)node_modules/(yaml|valibot)/', CORE()],
  },
  {
    name: 'page',
    path: '^lib/page/',
    may: ['^lib/(page|engine)/', '^lib/words/say(-found)?\\.ts$', '(?:^|/)node_modules/@floating-ui/'],
    types: SHAPES(),
  },
  {
    name: 'store',
    path: '^lib/store/',
    may: ['^lib/(store|engine)/', '(?:^|/)node_modules/(idb|valibot)/'],
    types: SHAPES(),
  },
  {
    name: 'messages',
    path: '^lib/messages/',
    // The checks of what a request carries stand beside the settings and reports that they guard.
    may: [
      '^lib/messages/',
      '^lib/(settings|reports)/check\\.ts$',
      '^lib/reports/limits\\.ts$',
      '^lib/packs/unpack\\.ts$',
      '^lib/engine/pack/schema\\.ts$',
      '(?:^|/)node_modules/(valibot|wxt|webextension-polyfill|@types/webextension-polyfill)/',
    ],
    types: [...SHAPES(), '^lib/engine/'],
  },
  {
    name: 'settings',
    path: '^lib/settings/',
    may: [
      '^lib/settings/',
      '^lib/words/languages\\.ts$',
      '^lib/engine/pack/schema\\.ts$',
      '(?:^|/)node_modules/(valibot|wxt|webextension-polyfill|@types/webextension-polyfill)/',
    ],
    types: SHAPES(),
  },
  {
    name: 'reports',
    path: '^lib/reports/',
    may: [
      '^lib/(reports|engine)/',
      '^lib/packs/phrases\\.ts$',
      '^lib/records/markdown\\.ts$',
      '(?:^|/)node_modules/valibot/',
    ],
    types: SHAPES(),
  },
  { name: 'packs', path: '^lib/packs/', may: ['^lib/(packs|engine)/', '(?:^|/)node_modules/valibot/'] },
  {
    name: 'background',
    path: '^lib/background/',
    may: [
      '^lib/(background|engine|store|messages|settings|reports|packs|words)/',
      '(?:^|/)node_modules/(valibot|wxt|webextension-polyfill|@types/webextension-polyfill)/',
    ],
  },
  { name: 'records', path: '^lib/records/', may: ['^lib/(records|engine)/'], types: SHAPES() },
  {
    name: 'components',
    path: '^components/',
    may: [
      '^components/',
      '^lib/words/',
      '^lib/records/',
      '^lib/reports/(share/|read-file\\.ts$)',
      '^lib/settings/settings-file\\.ts$',
      '^lib/packs/address\\.ts$',
      '(?:^|/)node_modules/preact/',
    ],
    types: SHAPES(),
  },
  { name: 'words', path: '^lib/words/', may: ['^lib/words/'] },
  {
    name: 'scan',
    path: '^lib/scan/',
    may: ['^lib/(scan|engine|compile)/', '^lib/page/(?:blocks|walk)\\.ts$', '(?:^|/)node_modules/parse5/', CORE()],
    types: SHAPES(),
  },
];

/** Contracts that everyone may name in types. */
function SHAPES() {
  return [
    '^lib/(engine/types|engine/pack/schema|messages/protocol|messages/runtime|messages/pack-rows|messages/hand-over|settings/settings|reports/report|packs/fault|packs/update-fault|packs/subscription|packs/diff|words/say|page/card-view|page/as-of)\\.ts$',
  ];
}

/** Node's own modules come without a folder. */
function CORE() {
  return '^(node:)?(fs|path|url|process|child_process|os|util|stream|crypto|module)(/|$)';
}

const areaRules = AREAS.flatMap(({ name, path, not, may, types }) => {
  const from = { path, ...(not === undefined ? {} : { pathNot: not }) };
  if (types === undefined) return [rule(`${name}-imports`, from, { pathNot: may })];
  return [
    rule(`${name}-imports`, from, { pathNot: [...may, ...types] }),
    rule(`${name}-imports-types-only`, from, { path: types, pathNot: may, dependencyTypesNot: ['type-only'] }),
  ];
});

function rule(name, from, to) {
  return { name, severity: 'error', from, to };
}

export default {
  forbidden: [
    rule('not-resolved', {}, { couldNotResolve: true }),
    rule('no-cycle', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule('nothing-imports-entrypoints', { path: '^(lib|components)/' }, { path: '^entrypoints/' }),
    rule('nothing-imports-tests', { path: '^(entrypoints|components|lib/(?!commands/))' }, { path: '^tests/' }),
    rule(
      'nothing-bundled-imports-commands',
      { path: '^(entrypoints|components|lib/(?!commands/))' },
      { path: '^lib/commands/' },
    ),
    rule('entrypoints-import-no-node-side', { path: '^entrypoints/' }, { path: '^lib/(compile|scan)/' }),
    rule(
      'entrypoints-stand-alone',
      { path: '^entrypoints/([^/]+)/' },
      { path: '^entrypoints/', pathNot: '^entrypoints/$1/' },
    ),
    ...areaRules,
    // What a bundle may reach by any way, since one import too many weighs on every page.
    rule(
      'sentinel-reaches',
      { path: '^entrypoints/sentinel/' },
      {
        reachable: true,
        path: ['^(lib|components)/', '(?:^|/)node_modules/'],
        pathNot: [
          '^lib/engine/(gate|text)/',
          '^lib/engine/types\\.ts$',
          '^lib/page/(watch|lifetime|page-text|past-fields|frame-worth)\\.ts$',
          '^lib/messages/(knock|more-anchors|runtime)\\.ts$',
          '(?:^|/)node_modules/wxt/',
        ],
      },
    ),
    rule(
      'annotator-reaches',
      { path: '^entrypoints/annotator/' },
      {
        reachable: true,
        path: [
          '^lib/(store|compile|scan|background|commands)/',
          '^components/(?!card/|shared/)',
          'webextension-polyfill',
        ],
      },
    ),
    rule(
      'background-reaches',
      { path: '^entrypoints/background/' },
      { reachable: true, path: ['(?:^|/)node_modules/preact/', '^lib/page/', '^components/', '^lib/(compile|scan)/'] },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|json)$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
