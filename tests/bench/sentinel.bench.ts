/** What every page pays where there is nothing: the sentinel from its evaluation to its rest, beside the bare walk. */
import { BROWSERS } from '../support/driven';
import type { Looked } from './in-page/product';
import type { Walked } from './in-page/measure';
import { bundleInPage } from './stage/extension';
import { benchPages, plainPath, servePages } from './stage/pages';
import { openStage } from './stage/stage';
import { bar, median, ms, times, whole } from './table/figures';
import { hand, rowsOf } from './table/section';

const ROUNDS = 9;
/** Of pages that take seconds to load. */
const LONG_ROUNDS = 3;
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

const pages = benchPages().bySize;
const files = { 'in-page.js': await bundleInPage('index') };
const rows: (readonly string[])[] = [];
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
            bar(work, most, `≤ ${ms(most)} ms:`),
          ],
        ];
      });
      rows.push(...measured);
    }
  } finally {
    await stage.close();
  }
}
hand('sentinel', {
  title: 'A page where there is nothing',
  about: `The built sentinel in the page's isolated world, from its evaluation to its rest; medians of ${ROUNDS} fresh loads (${LONG_ROUNDS} of long pages), in turns with the bare walk in the same world. Where a page names Kazakhstan it knocks, and what it read until then is counted. Bars: 1.5 times the walk or 1.5 ms, once the walk from ${whole(LONG_PAGE)} characters on; half the walk in Firefox.`,
  tables: [{ head: HEAD, rows }],
});
