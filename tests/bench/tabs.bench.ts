/** A switch that twenty open tabs must hear of: from the press to the last tab's new marks, and to the last badge. */
import type { Page } from 'puppeteer-core';
import { openBrowser } from '../support/browser';
import { BROWSERS, type DrivenBrowser } from '../support/driven';
import { waitForMarks } from '../support/reading';
import { serve, type Site } from '../support/serve';
import { waitFor } from '../support/wait';
import { median, ms } from './table/figures';
import { hand, rowsOf } from './table/section';
import { barOf } from './table/targets';

const TABS = 20;
const ROUNDS = 5;
const MOST_MS = 200;
const HEAD = ['what', 'browser', 'first tab, ms', 'last tab, ms', 'worst, ms', 'bar'];
/** The publishers' kind that the page's claims rest on most; without it their marks change. */
const KIND = 'official';

/** In the extension's world of a tab: notes, by the machine's clock, when highlights are set or taken away. */
function noteHighlights(): void {
  const world = globalThis as unknown as { dalelBenchSet?: number };
  const registry = HighlightRegistry.prototype as unknown as Record<'set' | 'delete', (...args: unknown[]) => unknown>;
  for (const name of ['set', 'delete'] as const) {
    const native = registry[name];
    registry[name] = function (this: HighlightRegistry, ...args: unknown[]) {
      world.dalelBenchSet = performance.timeOrigin + performance.now();
      return native.apply(this, args);
    };
  }
}

function takeNote(): number {
  const world = globalThis as unknown as { dalelBenchSet?: number };
  const at = world.dalelBenchSet ?? 0;
  world.dalelBenchSet = 0;
  return at;
}

/** When `on` was sent, by the machine's clock; the reply does not wait for the tabs. */
async function press(own: Page, api: string, on: boolean): Promise<number> {
  const text = `(async () => {
    const at = performance.timeOrigin + performance.now();
    const reply = await ${api}.runtime.sendMessage({ call: 'source-kind/set', request: { kind: '${KIND}', on: ${on} } });
    if (reply?.ok !== true) throw new Error('The switch was refused: ' + JSON.stringify(reply));
    return at;
  })()`;
  return (await own.evaluate(text)) as number;
}

async function heardBy(browser: DrivenBrowser, tabs: readonly Page[], at: number): Promise<readonly number[]> {
  const heard: number[] = [];
  for (const tab of tabs) {
    const noted = await waitFor(
      'a tab to repaint',
      async () => (await browser.inFrames(tab, takeNote))[0] ?? 0,
      (time) => time > 0,
    );
    heard.push(noted - at);
  }
  return heard;
}

async function switchRows(browser: DrivenBrowser, site: Site): Promise<readonly (readonly string[])[]> {
  const tabs: Page[] = [];
  for (let i = 0; i < TABS; i++) {
    const tab = await browser.newPage(site.url('two-claims/index.html'));
    await waitForMarks(tab);
    await browser.inFrames(tab, noteHighlights);
    tabs.push(tab);
  }
  const own = await browser.openOwn('options.html');
  const api = browser.kind === 'firefox' ? 'browser' : 'chrome';
  const first: number[] = [];
  const last: number[] = [];
  for (let i = 0; i < ROUNDS * 2; i++) {
    const heard = await heardBy(browser, tabs, await press(own, api, i % 2 === 1));
    first.push(Math.min(...heard));
    last.push(Math.max(...heard));
  }
  for (const tab of tabs) await tab.close();
  const worst = Math.max(...last);
  return [
    [
      `marks of ${TABS} tabs after a switch of sources`,
      browser.kind,
      ms(median(first)),
      ms(median(last)),
      ms(worst),
      barOf('tabs-marks', median(last), MOST_MS, `≤ ${MOST_MS} ms:`, `${ms(median(last))} ms in ${browser.kind}`),
    ],
  ];
}

/** From the press of the badge's switch to the moment when every tab's badge is as wanted, asked for by a page of ours. */
async function badgeRows(browser: DrivenBrowser, site: Site): Promise<readonly (readonly string[])[]> {
  const tabs: Page[] = [];
  const ids: number[] = [];
  for (let i = 0; i < TABS; i++) {
    const tab = await browser.newPage(site.url('two-claims/index.html'));
    await waitForMarks(tab);
    tabs.push(tab);
    ids.push(await browser.tabOf(tab));
  }
  const own = await browser.openOwn('options.html');
  const api = browser.kind === 'firefox' ? 'browser' : 'chrome';
  const took: number[] = [];
  for (let i = 0; i < ROUNDS * 2; i++) {
    const isOn = i % 2 === 1;
    const text = `(async () => {
      const start = performance.now();
      const request = { settings: { badge: ${isOn} } };
      const reply = await ${api}.runtime.sendMessage({ call: 'settings/set', request });
      if (reply?.ok !== true) throw new Error('The switch was refused: ' + JSON.stringify(reply));
      for (;;) {
        const texts = await Promise.all(${JSON.stringify(ids)}.map((tabId) => ${api}.action.getBadgeText({ tabId })));
        if (texts.every((text) => (text !== '') === ${isOn})) return performance.now() - start;
        if (performance.now() - start > 10000) throw new Error('Badges after 10 s: ' + texts.join(' '));
      }
    })()`;
    took.push((await own.evaluate(text)) as number);
  }
  for (const tab of tabs) await tab.close();
  const what = `badges of ${TABS} tabs after their switch`;
  return [
    [
      what,
      browser.kind,
      '',
      ms(median(took)),
      ms(Math.max(...took)),
      barOf('tabs-badges', median(took), MOST_MS, `≤ ${MOST_MS} ms:`, `${ms(median(took))} ms in ${browser.kind}`),
    ],
  ];
}

const site = await serve();
const rows: (readonly string[])[] = [];
for (const kind of BROWSERS) {
  const browser = await openBrowser(kind);
  try {
    rows.push(...(await rowsOf(`${TABS} tabs, ${kind}`, HEAD.length, () => switchRows(browser, site))));
    rows.push(...(await rowsOf(`${TABS} badges, ${kind}`, HEAD.length, () => badgeRows(browser, site))));
  } finally {
    await browser.close();
  }
}
await site.close();
hand('tabs', {
  title: 'Twenty open tabs',
  about: `The page of two claims in ${TABS} tabs; a whole kind of publishers is switched off and on ${ROUNDS} times. From the press to the first and the last tab that set its highlights anew, by the machine's clock.`,
  tables: [{ head: HEAD, rows }],
});
