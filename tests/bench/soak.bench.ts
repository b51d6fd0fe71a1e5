/**
 * A long day of reading: 2,000 navigations in one tab, then 30 minutes on a page that changes all the time, in both
 * browsers at once, and what memory they keep. The navigations also in a browser without Dalel: a driven Firefox
 * keeps two kilobytes of each by itself. Only by name, `npm run bench -- soak`: it takes an hour.
 * SOAK_NAVIGATIONS and SOAK_MINUTES make it shorter while working on it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { openBrowser } from '../support/browser';
import type { BrowserKind } from '../support/driven';
import { serve } from '../support/serve';
import { keptBy, keptByPage, type Kept } from './stage/browser-memory';
import { makeArticle } from './stage/made-pages';
import { openPlain } from './stage/plain-browser';
import { bar, bytes, median, whole } from './table/figures';
import { hand, rowsOf } from './table/section';

const NAVIGATIONS = Number(process.env['SOAK_NAVIGATIONS'] ?? 2_000);
const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 30);
/** Samples of each run; the first fifth is the browser settling down. */
const SAMPLES = 20;
const SETTLING = SAMPLES / 5;
const MOST = 1.05;
const HEAD = ['run', 'browser', 'of', 'after settling', 'at the end', 'growth', 'bar'];

const ARTICLES = ['demo/purchase.html', 'demo/choice.html', 'demo/denial.html', 'demo/elsewhere.html'];
const MADE = 'made/article.html';
const CHAT = 'made/chat.html';

/** A chat that gains a line and loses its oldest each few milliseconds; every fiftieth speaks of a known claim. */
const CHAT_HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chat on Kazakhstan</title><body><main></main><script>
const main = document.querySelector('main');
let count = 0;
setInterval(() => {
  for (let i = 0; i < 4; i++) {
    const line = document.createElement('p');
    line.textContent = ++count % 50 === 0
      ? 'The United States has bought 81 retired combat aircraft from Kazakhstan, says line ' + count + '.'
      : 'Line ' + count + ' says something about the weather in Astana and the road home.';
    main.append(line);
    if (main.childElementCount > 300) main.firstElementChild.remove();
  }
}, 8);
</script>`;

interface Sample extends Kept {
  /** The page in a browser without Dalel that went the same way. */
  readonly plain?: number;
}

/** The medians of the first samples after settling and of the last ones, so that one late collection decides nothing. */
function endsOf(figures: readonly number[]): { readonly start: number; readonly end: number } {
  return { start: median(figures.slice(SETTLING, SETTLING * 2)), end: median(figures.slice(-SETTLING)) };
}

function compare(run: string, kind: BrowserKind, samples: readonly Sample[]): readonly (readonly string[])[] {
  const row = (of: string, { start, end }: ReturnType<typeof endsOf>, judged: string): readonly string[] => {
    const growth = `${((end / start - 1) * 100).toFixed(1)} %`;
    return [run, kind, of, bytes(start), bytes(end), growth, judged];
  };
  const plain = samples.flatMap((sample) => sample.plain ?? []);
  const own = plain.length === 0 ? null : endsOf(plain);
  /** What the browser keeps more and more of by itself. */
  const rise = own === null ? 0 : Math.max(0, own.end - own.start);
  const page = endsOf(samples.map((sample) => sample.page));
  const background = endsOf(samples.map((sample) => sample.background));
  const less = rise === 0 ? '' : ` (${(((page.end - rise) / page.start - 1) * 100).toFixed(1)} % without that)`;
  return [
    ...(own === null ? [] : [row('page, without Dalel', own, '')]),
    row('page', page, bar((page.end - rise) / page.start, MOST, `≤ 5 %${less}:`)),
    row('background', background, bar(background.end / background.start, MOST, '≤ 5 %:')),
  ];
}

type Url = (path: string) => string;

async function navigate(kind: BrowserKind, page: Page, url: Url): Promise<readonly Sample[]> {
  const plain = await openPlain(kind);
  const both = [plain.page, page];
  const samples: Sample[] = [];
  try {
    for (let i = 1; i <= NAVIGATIONS; i++) {
      for (const one of both) await one.goto(url(i % 5 === 0 ? MADE : (ARTICLES[i % ARTICLES.length] ?? MADE)));
      if (i % (NAVIGATIONS / SAMPLES) !== 0) continue;
      // All samples are of the same page.
      for (const one of both) await one.goto(url('demo/purchase.html'));
      await pause(1_500);
      samples.push({ ...(await keptBy(kind, page)), plain: await keptByPage(kind, plain.page) });
      console.log(`  ${kind}: ${i} navigations, ${JSON.stringify(samples.at(-1))}`);
    }
  } finally {
    await plain.close();
  }
  return samples;
}

async function stay(kind: BrowserKind, page: Page, url: Url): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  await page.goto(url(CHAT));
  for (let i = 1; i <= SAMPLES; i++) {
    await pause((MINUTES * 60_000) / SAMPLES);
    samples.push(await keptBy(kind, page));
    console.log(`  ${kind}: ${((i * MINUTES) / SAMPLES).toFixed(1)} minutes, ${JSON.stringify(samples.at(-1))}`);
  }
  return samples;
}

async function soak(kind: BrowserKind): Promise<readonly (readonly string[])[]> {
  const pages = new Map([
    [`/${MADE}`, makeArticle('en', 20_000)],
    [`/${CHAT}`, CHAT_HTML],
  ]);
  const site = await serve(pages);
  const browser = await openBrowser(kind);
  try {
    const page = await browser.newPage();
    const url = (path: string): string => site.url(path);
    const runs: readonly [string, typeof navigate][] = [
      [`${whole(NAVIGATIONS)} navigations`, navigate],
      [`${MINUTES} minutes of a changing page`, stay],
    ];
    const rows: (readonly string[])[] = [];
    for (const [name, run] of runs) {
      rows.push(
        ...(await rowsOf(`${name}, ${kind}`, HEAD.length, async () => compare(name, kind, await run(kind, page, url)))),
      );
    }
    return rows;
  } finally {
    await browser.close();
    await site.close();
  }
}

const rows = (await Promise.all((['chromium', 'firefox'] as const).map(soak))).flat();
hand('soak', {
  title: 'Soak',
  about: `What JavaScript keeps in the page's process and in the background's after collections, by the browsers' own counters: ${SAMPLES} samples a run, medians of ${SETTLING} after the first fifth and at the end.`,
  tables: [{ head: HEAD, rows }],
});
