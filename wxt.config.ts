import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { bundlePack, type Bundled } from './lib/compile/bundle';
import { SHIPPED_FILE, writeShipped } from './lib/messages/shipped-reading';

let bundled: Bundled | undefined;
/** The claims, compiled once a build; a fault in them stops it. */
const claims = (): Bundled => (bundled ??= bundlePack());

const ICON_SIZES = [16, 24, 32, 48, 64, 96, 128];
const iconsFor = (suffix: '' | '-dark'): Record<string, string> =>
  Object.fromEntries(ICON_SIZES.map((size) => [String(size), `icons/${size}${suffix}.png`]));
/** A browser that does not know variants yet takes the icons of light toolbars, which read on dark ones too. */
const ICON_VARIANTS = [
  { ...iconsFor(''), color_schemes: ['light'] },
  { ...iconsFor('-dark'), color_schemes: ['dark'] },
];

/**
 * Unlisted scripts without WXT's wrapper, whose messages a build for people never prints: the sentinel runs in every
 * page, and what it throws stands in the page's log anyway.
 */
const bareScripts: Plugin = {
  name: 'dalel:bare-scripts',
  transform(code, id) {
    if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return null;
    const [imported = ''] = /^import definition .*$/m.exec(code) ?? [];
    return { code: `${imported}\nexport default definition.main();\n`, map: null };
  },
};

const SITES = ['http://*/*', 'https://*/*'];

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  // A second folder lets two builds stand side by side (compared, or under test while another is made).
  outDir: process.env['DALEL_OUT'] ?? '.output',
  modules: ['@wxt-dev/webextension-polyfill'],
  // The archive of the sources is what a store's reviewer builds; the tests and their pictures are ten times its size.
  zip: { excludeSources: ['tests/**'] },
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [bareScripts],
    // What the sentinel searches for, literally.
    define: { DALEL_GATE: JSON.stringify(claims().gate) },
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push({ relativeDest: 'pack.json', contents: claims().json });
      files.push({ relativeDest: SHIPPED_FILE, contents: writeShipped(claims().index) });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'contextMenus', 'scripting', 'alarms'],
    omnibox: { keyword: 'dalel' },
    icons: iconsFor(''),
    action: { default_icon: iconsFor(''), icon_variants: ICON_VARIANTS },
    host_permissions: SITES,
    // The sentinel by hand: WXT's own content scripts post the extension's id to the page.
    content_scripts: [
      {
        matches: SITES,
        js: ['sentinel.js'],
        all_frames: true,
        match_origin_as_fallback: true,
        run_at: 'document_idle',
      },
    ],
    // One policy holds for the pages and the background. Only the background connects anywhere, and there only
    // lib/background/fetch-subscribed: to https, and on this computer to the servers of people who make packs.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
      'next-mention': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_commandNext__' },
      'previous-mention': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_commandPrevious__' },
      'toggle-site': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandToggle__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dalel@dalel.example',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '140' }),
  }),
});
