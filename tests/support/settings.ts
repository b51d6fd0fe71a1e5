/** Settings changed as the options page changes them: by a message of one of our own pages. */
import type { Settings } from '../../lib/settings/settings';
import { ask } from './ask';
import type { DrivenBrowser } from './driven';

export async function setSettings(browser: DrivenBrowser, settings: Partial<Settings>): Promise<void> {
  const page = await browser.openOwn('options.html');
  await ask(page, 'settings/set', { settings });
  await page.close();
}
