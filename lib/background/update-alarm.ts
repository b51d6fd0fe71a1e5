/** The alarm that keeps subscriptions up to date: set for the earliest next try, never sooner than in a minute. */
import { browser } from 'wxt/browser';
import { MAX_BACKOFF_MS, MIN_GAP_MS } from '../packs/subscription';
import { readSubscriptions } from '../store/subscriptions';
import { openDatabase } from './database';
import { updateSubscription } from './subscriptions';

export const UPDATE_ALARM = 'updates';
const SOON_MS = 60_000;

const readTaken = async () =>
  (await readSubscriptions(await openDatabase())).filter(({ updatedAt }) => updatedAt !== null);

export async function scheduleUpdates(): Promise<void> {
  const taken = await readTaken();
  if (taken.length === 0) {
    await browser.alarms.clear(UPDATE_ALARM);
    return;
  }
  const earliest = Math.min(...taken.map(({ nextAt }) => nextAt));
  const now = Date.now();
  // A clock that was put back must not leave the alarm for a day that is years away.
  const when = Math.min(Math.max(earliest, now + SOON_MS), now + MAX_BACKOFF_MS);
  await browser.alarms.create(UPDATE_ALARM, { when });
}

/** Those whose time has come, one after another. */
export async function onUpdateAlarm(name: string): Promise<void> {
  if (name !== UPDATE_ALARM) return;
  // Set first: an alarm that rang is gone, and the background may be ended before the work is done.
  await browser.alarms.create(UPDATE_ALARM, { when: Date.now() + MIN_GAP_MS });
  for (const { pack } of await readTaken()) {
    try {
      await updateSubscription(pack, 'alarm');
    } catch (reason) {
      console.error(`Dalel: the pack ${pack} was not updated`, reason);
    }
  }
  await scheduleUpdates();
}
