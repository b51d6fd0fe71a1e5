/**
 * The scripts that run in other people's pages must not hold the polyfill: it is larger than they may be,
 * and it wraps the promises of the page's own frame.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outFolder } from './out-folder';
import type { Outcome } from './run-tool';

/** Texts of webextension-polyfill that no minifier changes. */
const SIGNS = [
  'The message port closed before a response was received',
  'This script should only be loaded in a browser extension',
  'wrappedSendMessageCallback',
];
const SCRIPTS = ['sentinel.js', 'pack-sentinel.js', 'annotator.js'];
const BUILDS = ['chrome-mv3', 'firefox-mv3'];

export function judgeBundles(root: string): Promise<Outcome> {
  const lines = BUILDS.flatMap((build) =>
    SCRIPTS.flatMap((script) => {
      const text = readFileSync(join(outFolder(root), build, script), 'utf8');
      return SIGNS.filter((sign) => text.includes(sign)).map(
        (sign) => `${build}/${script} holds the polyfill: "${sign}"`,
      );
    }),
  );
  return Promise.resolve({ ok: lines.length === 0, output: lines.join('\n') });
}
