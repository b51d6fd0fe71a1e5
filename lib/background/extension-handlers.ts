/** The verbs of our own pages: state, switches, settings, sources and claims. */
import { browser } from 'wxt/browser';
import type { Handlers } from '../messages/serve';
import { isOnFor, setMuted, setSite, setSource, setSourceKind } from '../settings/change';
import { toPageSettings } from '../settings/page-settings';
import type { Settings } from '../settings/settings';
import { readSettings } from '../settings/store';
import { makeRecord } from '../store/record';
import { listSources } from '../store/sources';
import { hasAccess } from './access';
import { plainAddress, siteHost } from './address';
import { openClaims } from './database';
import { locateMention, readFound, sumFound } from './found';
import { changeAndSpread } from './spread';
import { dropGone } from './navigation';
import { askPage } from './page-state';
import { makeTabState } from './tab-state';
import { tellTab, tryTab } from './tabs';

type ExtensionHandlers = Omit<
  Handlers,
  | 'knock'
  | 'claims/for-page'
  | 'page/found'
  | 'open'
  | 'rows/list'
  | 'rows/texts'
  | 'speakers/list'
  | 'speakers/get'
  | 'sources/get'
  | 'packs/list'
  | 'packs/load'
  | 'packs/set'
  | 'packs/move'
  | 'packs/undo'
  | 'packs/remove'
  | 'subscriptions/add'
  | 'subscriptions/take'
  | 'subscriptions/leave'
  | 'subscriptions/update'
  | 'reports/draft'
  | 'reports/save'
  | 'reports/list'
  | 'reports/delete'
  | 'reports/start'
  | 'reports/nearest'
  | 'reports/preview'
  | 'reports/import'
  | 'store/state'
  | 'store/noticed'
  | 'store/renew'
  | 'sample/hand-over'
  | 'sample/cards'
>;

const languageOf = (settings: Settings) => toPageSettings(settings, browser.i18n.getUILanguage()).language;

export const extensionHandlers: ExtensionHandlers = {
  async 'tab/state'({ tabId }) {
    const settings = await readSettings();
    const tab = await tryTab(() => browser.tabs.get(tabId));
    const host = siteHost(tab?.url);
    const isWithheld = host !== null && tab?.url !== undefined && !(await hasAccess(tab.url));
    const isWanted = !isWithheld && isOnFor(settings, host);
    await dropGone(tabId);
    const before = sumFound(await readFound(tabId));
    // Only where nothing was found there does the page have to say why. What it found meanwhile was told before that.
    const page = !isWanted ? 'unread' : before.size > 0 ? 'read' : await askPage(tabId);
    const found = await readFound(tabId);
    const index = await openClaims(sumFound(found).keys());
    return makeTabState({ host, isWithheld, page, found, index, settings, language: languageOf(settings) });
  },

  async 'tab/findings'({ tabId }) {
    const tab = await tryTab(() => browser.tabs.get(tabId));
    const { frames } = await readFound(tabId);
    const told = await Promise.all(frames.map(({ frameId }) => tellTab(tabId, 'page/findings', {}, frameId)));
    const parts = told.filter((part) => part !== null);
    return {
      url: plainAddress(tab?.url),
      title: tab?.title ?? null,
      lang: parts[0]?.lang ?? null,
      findings: parts.flatMap(({ findings }) => findings),
    };
  },

  async 'tab/show'({ tabId, claim, nth }) {
    const place = locateMention(await readFound(tabId), claim, nth);
    if (place === null) return { shown: false };
    const reply = await tellTab(tabId, 'page/show', { claim, nth: place.nth }, place.frameId);
    return { shown: reply?.shown === true };
  },

  async 'site/set'({ host, on }) {
    await changeAndSpread((settings) => setSite(settings, host, on));
    return null;
  },

  async 'source/set'({ source, on }) {
    await changeAndSpread((settings) => setSource(settings, source, on));
    return null;
  },

  async 'source-kind/set'({ kind, on }) {
    await changeAndSpread((settings) => setSourceKind(settings, kind, on));
    return null;
  },

  async 'claim/mute'({ id, muted }) {
    await changeAndSpread((settings) => setMuted(settings, id, muted));
    return null;
  },

  'settings/get': () => readSettings(),

  'settings/set': ({ settings }) => changeAndSpread((before) => ({ ...before, ...settings })),

  async 'sources/list'() {
    const settings = await readSettings();
    return { sources: listSources(await openClaims([]), settings), kindsOff: settings.kindsOff };
  },

  async 'claims/get'({ id }) {
    const settings = await readSettings();
    const index = await openClaims([id]);
    const claim = index.claims.get(id);
    return claim === undefined ? null : makeRecord(index, claim, settings, languageOf(settings));
  },
};
