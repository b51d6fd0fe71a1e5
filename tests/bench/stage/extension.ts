/**
 * The extension as the bench measures it: a copy of the build. `on stage` no sentinel runs by itself, and the built
 * scripts lie ready as functions beside the bench's own, so that each is started, and timed, in a page's isolated world.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { buildIndex } from '../../../lib/engine/index/build';
import type { Pack } from '../../../lib/engine/pack/schema';
import type { ReadingData } from '../../../lib/engine/types';
import type { HandOver } from '../../../lib/messages/hand-over';
import { toPageSettings } from '../../../lib/settings/page-settings';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';
import { entriesFor } from '../../../lib/words/words';
import { OUT } from '../../support/browser';
import type { BrowserKind } from '../../support/driven';

export const BUILDS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const;

/** Files under `bench/` of the copied extension, by name. */
export type StageFiles = Readonly<Record<string, string>>;

/** The pack of the build, checked when it was made. */
export async function builtPack(): Promise<Pack> {
  return JSON.parse(await readFile(join(OUT, BUILDS.chromium, 'pack.json'), 'utf8')) as Pack;
}

/** One of `tests/bench/in-page` as a script without imports. */
export async function bundleInPage(name: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: resolve(import.meta.dirname, '../in-page', `${name}.ts`),
        formats: ['iife'],
        name: 'dalelBenchScript',
      },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  const chunk = bundle !== undefined && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk === undefined) throw new Error(`tests/bench/in-page/${name}.ts gave no script`);
  // What a script ends with is handed back, and must be something that can be.
  return `${chunk.code}\nnull;\n`;
}

/** What the background would lay into a frame, as text: built here, as the compiler and the background build it. */
export function writeHandOver(data: ReadingData): string {
  const settings = toPageSettings(DEFAULT_SETTINGS, 'en');
  const handOver: HandOver = {
    highlight: 'd0123456789abcdef',
    readings: [Buffer.from(buildIndex(data)).toString('base64')],
    settings,
    words: entriesFor(settings.language, 'card.'),
  };
  return JSON.stringify(handOver);
}

interface Manifest {
  content_scripts?: unknown;
  web_accessible_resources?: unknown;
}

const asFunction = (name: string, code: string): string => `globalThis.${name} = () => {\n${code}\n};\nnull;\n`;

/** Makes the copy in `folder`; `files` are added under `bench/`. */
export async function copyForStage(kind: BrowserKind, folder: string, files: StageFiles): Promise<void> {
  await cp(join(OUT, BUILDS[kind]), folder, { recursive: true });
  const manifestFile = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Manifest; // The build wrote it.
  delete manifest.content_scripts;
  manifest.web_accessible_resources = [{ resources: ['bench/*'], matches: ['http://*/*'] }];
  await writeFile(manifestFile, JSON.stringify(manifest));
  const bench = join(folder, 'bench');
  await mkdir(bench);
  for (const [file, name] of [
    ['annotator', 'dalelBenchAnnotator'],
    ['sentinel', 'dalelBenchSentinel'],
  ] as const) {
    const code = await readFile(join(folder, `${file}.js`), 'utf8');
    await writeFile(join(bench, `${file}.js`), asFunction(name, code));
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(bench, name), text);
}
