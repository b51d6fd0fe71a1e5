/** The largest pack that may be loaded: from its text to a pack that is kept, and to the mark of its last claim in a page. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '../../lib/engine/pack/schema';
import { OUT } from '../support/browser';
import { openChromium } from '../support/chromium';
import { BROWSERS, type BrowserKind } from '../support/driven';
import { openFirefox } from '../support/firefox';
import { otherPack } from '../support/other-pack';
import { waitForMarks } from '../support/reading';
import { serve, type Site } from '../support/serve';
import { nameOf } from './growth/made-claims';
import { pathOf } from './stage/stage';
import { bytes, ms, whole } from './table/figures';
import { hand, rowsOf } from './table/section';
import { judge } from './table/targets';

const CLAIMS = 20_000;
const HEAD = ['pack', 'browser', 'size', 'loading, ms', 'a page opened to its mark, ms'];
const PAGE = 'made/last-claim.html';
const FILE = 'large-pack.json';
const PATIENCE_MS = 300_000;

/** Claims that share who bought and who sold, each about boats of its own. */
function largePack(): Pack {
  const pack = otherPack('large-pack');
  const [like] = pack.claims;
  if (like === undefined) throw new Error('The pack of the tests has no claim');
  const numbers = Array.from({ length: CLAIMS }, (_, i) => i);
  return {
    ...pack,
    header: { ...pack.header, counts: { ...pack.header.counts, claims: CLAIMS, statements: CLAIMS } },
    concepts: [
      ...pack.concepts,
      ...numbers.map((i) => ({
        id: `boats-${i}`,
        kind: 'object' as const,
        forms: { en: [`${nameOf(i)} gunboat+`] },
      })),
    ],
    claims: numbers.map((i) => ({
      ...like,
      id: `claim-${i}`,
      frames: [
        {
          id: 'deal',
          roles: { action: ['buy'], object: [`boats-${i}`], receiver: ['orvelia'], giver: ['tukana'] },
        },
      ],
    })),
  };
}

async function measure(kind: BrowserKind, site: Site, text: string): Promise<readonly (readonly string[])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dalel-bench-'));
  const extension = join(folder, 'extension');
  await cp(join(OUT, kind === 'firefox' ? 'firefox-mv3' : 'chrome-mv3'), extension, { recursive: true });
  // A page of ours may fetch from the extension alone.
  await writeFile(join(extension, FILE), text);
  const open = kind === 'firefox' ? openFirefox : openChromium;
  const browser = await open(pathOf[kind], extension, join(folder, 'profile'));
  try {
    const own = await browser.openOwn('options.html');
    own.setDefaultTimeout(PATIENCE_MS);
    const api = kind === 'firefox' ? 'browser' : 'chrome';
    const load = `(async () => {
      const text = await (await fetch('/${FILE}')).text();
      const start = performance.now();
      const reply = await ${api}.runtime.sendMessage({ call: 'packs/load', request: { text, from: '${FILE}' } });
      if (reply?.value?.ok !== true) throw new Error('It was refused: ' + JSON.stringify(reply).slice(0, 120));
      return performance.now() - start;
    })()`;
    const took = (await own.evaluate(load)) as number;
    const start = performance.now();
    const page = await browser.newPage(site.url(PAGE));
    await waitForMarks(page);
    const marked = performance.now() - start;
    judge('pack-20000', took, Infinity, `loaded in ${ms(took)} ms in ${kind}, marks a page`);
    return [[`${whole(CLAIMS)} claims`, kind, bytes(text.length), ms(took), ms(marked)]];
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

const told = `Orvelia bought ${nameOf(CLAIMS - 1)} gunboats from Tukana in spring, the paper wrote.`;
const html = `<!doctype html><html lang="en"><title>Boats</title><h1>Boats on the lake</h1><p>${told}</p>
<p>${'The harbour stayed quiet all week, and nobody was seen on the pier. '.repeat(10)}</p>`;
const site = await serve(new Map([[`/${PAGE}`, html]]));
const text = JSON.stringify(largePack());
const rows: (readonly string[])[] = [];
for (const kind of BROWSERS) rows.push(...(await rowsOf(kind, HEAD.length, () => measure(kind, site, text))));
await site.close();
hand('packs', {
  title: 'The largest pack that may be loaded',
  about: `A made pack of ${whole(CLAIMS)} claims, each about a thing of its own, once: from the message with its text to the answer that it is kept (checked, indexed, stored), then a page that tells its last claim, from opening the tab to the mark.`,
  tables: [{ head: HEAD, rows }],
});
