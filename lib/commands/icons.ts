/**
 * Draws the toolbar icons from their SVG sources in every size that a browser asks for: `public/icons/mark.svg` for
 * light toolbars, `mark-dark.svg` for dark ones. `npm run icons` after a change of either; the pictures are kept.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findBrowsers } from './find-browsers.mjs';
import { ROOT, runCommand, say, SetupError } from './setup.mjs';

const FOLDER = join(ROOT, 'public', 'icons');
const SIZES = [16, 24, 32, 48, 64, 96, 128] as const;
const SOURCES = [
  ['mark.svg', ''],
  ['mark-dark.svg', '-dark'],
] as const;

await runCommand(async () => {
  const { chromium } = await findBrowsers(['chromium']);
  if (chromium === undefined) throw new SetupError('The icons are drawn in Chromium, and there is none.');
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'];
  const browser = await launch({ executablePath: chromium, args });
  try {
    const page = await browser.newPage();
    for (const [source, suffix] of SOURCES) {
      const svg = readFileSync(join(FOLDER, source), 'utf8');
      for (const size of SIZES) {
        await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
        const image = svg.replace(/width="\d+" height="\d+"/, `width="${size}" height="${size}"`);
        await page.setContent(`<!doctype html><style>body{margin:0}svg{display:block}</style>${image}`);
        await page.screenshot({ path: join(FOLDER, `${size}${suffix}.png`), omitBackground: true });
      }
    }
  } finally {
    await browser.close();
  }
  say(`Icons: ${FOLDER}`);
  return 0;
});
