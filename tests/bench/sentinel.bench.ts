/** What every page pays where there is nothing: the sentinel from its evaluation to its rest, beside the bare walk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { OUT } from '../support/browser';
import { BROWSERS } from '../support/driven';
import type { Chatted, Looked } from './in-page/product';
import type { Walked } from './in-page/measure';
import { bundleInPage } from './stage/extension';
import { benchPages, plainPath, servePages } from './stage/pages';
import { openStage, type Stage } from './stage/stage';
import { bytes, median, ms, times, whole } from './table/figures';
import { hand, rowsOf } from './table/section';
import { barOf } from './table/targets';

const ROUNDS = 9;
/** Of pages that take seconds to load. */
const LONG_ROUNDS = 3;
/** Of five seconds each: one collection of garbage in it is a percent. */
const CHATS = 5;
const HEAD = [
  'page',
  'browser',
  'characters',
  'text nodes',
  'bare walk, ms',
  'sentinel, ms',
  'to the walk',
  'longest task, ms',
  'bar',
];
/** From so many characters on a page is a long one. */
const LONG_PAGE = 400_000;
const LONG_BYTES = 900_000;

const MORE_HEAD = ['what', 'browser', 'figure', 'bar'];

/** On a page with nothing to read, so that what is left is the script itself. */
async function startRow(stage: Stage): Promise<readonly (readonly string[])[]> {
  const took: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    took.push((await stage.run<Looked>('made/empty.html', ['in-page.js', 'sentinel.js'], 'look')).workMs);
  }
  const start = median(took);
  const judged = barOf('sentinel-start', start, 1.5, '≤ 1.5 ms:', `${ms(start)} ms in ${stage.kind}`);
  return [['evaluated on an empty page', stage.kind, `${ms(start)} ms`, judged]];
}

async function chatRow(stage: Stage): Promise<readonly (readonly string[])[]> {
  const path = plainPath(benchPages().ordinary);
  const chats: Chatted[] = [];
  for (let i = 0; i < CHATS; i++) {
    chats.push(await stage.run<Chatted>(path, ['in-page.js', 'sentinel.js'], 'chat'));
  }
  const share = median(chats.map((one) => one.share));
  const nodes = median(chats.map((one) => one.nodes));
  const figure = `${(share * 100).toFixed(1)} %`;
  const judged = barOf('sentinel-chat', share, 0.02, '< 2 %:', `${figure} in ${stage.kind}`);
  return [[`main thread while ${whole(nodes)} nodes come in 5 s`, stage.kind, figure, judged]];
}

const pages = benchPages().bySize;
const files = { 'in-page.js': await bundleInPage('index') };
const rows: (readonly string[])[] = [];
const more: (readonly string[])[] = [];
for (const kind of BROWSERS) {
  console.log(`sentinel, ${kind}`);
  const stage = await openStage(kind, { pages: servePages(pages), files });
  try {
    for (const page of pages) {
      const measured = await rowsOf(page.name, HEAD.length, async () => {
        const walks: Walked[] = [];
        const looks: Looked[] = [];
        const rounds = page.html.length > LONG_BYTES ? LONG_ROUNDS : ROUNDS;
        for (let i = 0; i < rounds; i++) {
          walks.push(await stage.run<Walked>(plainPath(page), ['in-page.js'], 'walk'));
          looks.push(await stage.run<Looked>(plainPath(page), ['in-page.js', 'sentinel.js'], 'look'));
        }
        const walk = median(walks.map((one) => one.ms));
        const work = median(looks.map((one) => one.workMs));
        const characters = walks[0]?.characters ?? 0;
        const factor = kind === 'firefox' ? 0.5 : characters >= LONG_PAGE ? 1 : 1.5;
        const target = `sentinel-${kind === 'firefox' ? 'firefox' : characters >= LONG_PAGE ? 'long' : 'ordinary'}`;
        const most = characters >= LONG_PAGE ? walk * factor : Math.max(walk * factor, 1.5);
        return [
          [
            page.name,
            kind,
            whole(characters),
            whole(walks[0]?.nodes ?? 0),
            ms(walk),
            looks.some((one) => one.hasKnocked) ? `${ms(work)} (knocked)` : ms(work),
            times(work, walk),
            ms(median(looks.map((one) => one.longestMs))),
            barOf(target, work, most, `≤ ${ms(most)} ms:`, `${ms(work)} ms of ${ms(most)} on ${page.name} in ${kind}`),
          ],
        ];
      });
      rows.push(...measured);
    }
    more.push(...(await rowsOf(`${kind}, to be there`, MORE_HEAD.length, () => startRow(stage))));
    more.push(...(await rowsOf(`${kind}, a chat`, MORE_HEAD.length, () => chatRow(stage))));
  } finally {
    await stage.close();
  }
}
const size = gzipSync(readFileSync(join(OUT, 'chrome-mv3', 'sentinel.js'))).length;
more.push(['its script, gzip', '', bytes(size), barOf('sentinel-size', size, 2_500, '≤ 2.5 kB:', bytes(size))]);
hand('sentinel', {
  title: 'A page where there is nothing',
  about: `The built sentinel in the page's isolated world, from its evaluation to its rest; medians of ${ROUNDS} fresh loads (${LONG_ROUNDS} of long pages), in turns with the bare walk in the same world. Where a page names Kazakhstan it knocks, and what it read until then is counted. Bars: 1.5 times the walk or 1.5 ms, once the walk from ${whole(LONG_PAGE)} characters on; half the walk in Firefox.`,
  tables: [
    { head: HEAD, rows },
    { head: MORE_HEAD, rows: more },
  ],
});
