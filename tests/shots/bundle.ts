/** Bundles gallery.tsx into one script, and the fonts of the pictures into text that a page turns into font faces. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

const require = createRequire(import.meta.url);

/** Latin, Cyrillic and the Kazakh letters, with the characters that each file covers. */
const SUBSETS = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2190-2199, U+2212',
  'latin-ext': 'U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0',
  cyrillic: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
  'cyrillic-ext': 'U+0460-052F, U+1C80-1C8A, U+20B4, U+2DE0-2DFF, U+A640-A69F',
} as const;
const WEIGHTS = [400, 600, 700] as const;

export interface FontFile {
  readonly weight: string;
  readonly range: string;
  readonly base64: string;
}

export function readFonts(): readonly FontFile[] {
  const folder = join(require.resolve('@fontsource/inter/package.json'), '../files');
  return WEIGHTS.flatMap((weight) =>
    Object.entries(SUBSETS).map(([subset, range]) => ({
      weight: String(weight),
      range,
      base64: readFileSync(join(folder, `inter-${subset}-${weight}-normal.woff2`)).toString('base64'),
    })),
  );
}

/** The gallery as one script. */
export async function bundleGallery(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: join(import.meta.dirname, 'gallery.tsx'), formats: ['iife'], name: 'gallery' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error('The gallery was not built');
  return first.output[0].code;
}
