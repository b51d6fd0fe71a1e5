/** Settings changed as the options page changes them: by a message of one of our own pages. */
import type { Settings } from '../../lib/settings/settings';
import type { DrivenBrowser, Json } from './driven';

export async function setSettings(browser: DrivenBrowser, settings: Partial<Settings>): Promise<void> {
  const page = await browser.openOwn('options.html');
  const answer = await page.evaluate(
    async (change) => {
      const here = globalThis as unknown as {
        browser?: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };
        chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };
      };
      return (here.browser ?? here.chrome).runtime.sendMessage({ call: 'settings/set', request: { settings: change } });
    },
    settings as unknown as { readonly [key: string]: Json },
  );
  await page.close();
  if (!answer.ok) throw new Error(`The settings were refused: ${JSON.stringify(answer)}`);
}
