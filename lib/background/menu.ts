/** The context menu: one entry on a selection, a page or a link, titled from the catalogue and retitled when the language changes. */
import { browser } from 'wxt/browser';
import { toPageSettings } from '../settings/page-settings';
import type { Settings } from '../settings/settings';
import { wordsFor } from '../words/words';

export const REPORT_MENU = 'report-claim';

const titleFor = (settings: Settings): string =>
  wordsFor(toPageSettings(settings, browser.i18n.getUILanguage()).language)('menu.report');

export async function createMenu(settings: Settings): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create(
    { id: REPORT_MENU, contexts: ['selection', 'page', 'link'], title: titleFor(settings) },
    () => {
      const fault = browser.runtime.lastError;
      if (fault !== undefined && fault !== null) console.error('Dalel: the menu could not be made', fault);
    },
  );
}

export async function retitleMenu(settings: Settings): Promise<void> {
  await browser.contextMenus.update(REPORT_MENU, { title: titleFor(settings) });
}
