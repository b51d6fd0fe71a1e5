/** The alarm that ends a pause when its hour is over. A pause that ran out while the browser was closed needs none. */
import { browser } from 'wxt/browser';
import type { Settings } from '../settings/settings';

export const RESUME_ALARM = 'resume';

export async function scheduleResume({ pausedUntil }: Settings): Promise<void> {
  await browser.alarms.clear(RESUME_ALARM);
  if (typeof pausedUntil === 'number') await browser.alarms.create(RESUME_ALARM, { when: pausedUntil });
}
