/** On install and update: the bundled claims into the database, the menu made anew, sentinels into the open tabs. */
import { readSettings } from '../settings/store';
import { seedBundled } from './database';
import { injectSentinels } from './inject';
import { createMenu } from './menu';

export async function settleIn(): Promise<void> {
  const settings = await readSettings();
  // Each on its own: a database that refuses must not cost the menu, nor the menu the tabs.
  const results = await Promise.allSettled([
    createMenu(settings),
    seedBundled().then(() => injectSentinels(settings, () => true)),
  ]);
  for (const result of results) {
    if (result.status === 'rejected') console.error('Dalel: the installation is not complete', result.reason);
  }
}
