/** The verbs of pages: they read, they tell what they hold, and change nothing that is kept. */
import { browser } from 'wxt/browser';
import { Refusal, type Handlers } from '../messages/serve';
import { isOnFor } from '../settings/change';
import { toPageSettings } from '../settings/page-settings';
import { readSettings } from '../settings/store';
import { makeCards } from '../store/cards';
import { fitCards } from '../store/fit';
import { siteHost } from './address';
import { showBadge } from './badge';
import { openClaims, openReadings } from './database';
import { changeFound, noteFailure, putFrame } from './found';
import { injectAnnotator } from './inject';
import { dropGone } from './navigation';
import { whileKnocking } from './page-state';
import { startReport } from './report-menu';

type PageHandlers = Pick<Handlers, 'knock' | 'claims/for-page' | 'page/found' | 'open'>;

const OPEN_EVERY_MS = 1000;

/** When each tab last opened a page of ours. A background that slept since slept longer than the limit. */
const lastOpened = new Map<number, number>();

export const pageHandlers: PageHandlers = {
  knock: (_request, sender) =>
    whileKnocking(sender, async () => {
      const settings = await readSettings();
      if (!isOnFor(settings, siteHost(sender.topUrl))) return { injected: false };
      try {
        return { injected: await injectAnnotator(sender, await openReadings(), settings) };
      } catch (reason) {
        // Its sentinel is over, so that nobody reads this frame: the popup is to say so.
        await changeFound(sender.tabId, (before) => noteFailure(before, sender));
        throw reason;
      }
    }),

  async 'claims/for-page'({ ids }, sender) {
    const settings = await readSettings();
    if (!isOnFor(settings, siteHost(sender.topUrl))) return { cards: [] };
    const { language } = toPageSettings(settings, browser.i18n.getUILanguage());
    const wanted = ids.filter((id) => !settings.muted.includes(id));
    return { cards: fitCards(makeCards(await openClaims(wanted), settings, language, wanted)) };
  },

  async 'page/found'({ counts, capped }, sender) {
    const settings = await readSettings();
    // A page that was still painting when Dalel was switched off here has nothing to tell any more.
    if (!isOnFor(settings, siteHost(sender.topUrl))) return null;
    const { claims } = await openClaims(counts.map(([id]) => id));
    const known = counts.filter(([id]) => claims.has(id));
    const { tabId, frameId, documentId } = sender;
    const found = await changeFound(tabId, (before) =>
      putFrame(before, { frameId, documentId, counts: known, capped }),
    );
    await showBadge(tabId, found, settings);
    // A frame that the page took away says nothing; the others' news is when it is missed.
    if (found.frames.length > 1) await dropGone(tabId);
    return null;
  },

  async open(request, sender) {
    const now = performance.now();
    if (now - (lastOpened.get(sender.tabId) ?? -OPEN_EVERY_MS) < OPEN_EVERY_MS) {
      throw new Refusal('too-often', 'A page may open one of ours once a second');
    }
    lastOpened.set(sender.tabId, now);
    if (request.page === 'report') {
      const { about, claim, quote } = request;
      const click = { frameId: sender.frameId, frameUrl: sender.url, pageUrl: sender.topUrl };
      const tab = { id: sender.tabId, incognito: sender.isPrivate };
      await startReport(click, tab, { about, claim, quote: { type: 'TextQuoteSelector', ...quote } });
      return null;
    }
    const { claim } = request;
    const route = claim === null ? '' : `#/claim/${encodeURIComponent(claim)}`;
    await browser.tabs.create({ url: browser.runtime.getURL(`/database.html${route}`) });
    return null;
  },
};
