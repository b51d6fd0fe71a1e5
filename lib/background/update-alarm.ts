/** The alarm that keeps subscriptions up to date: set for the earliest next try, never sooner than in a minute. */
import { browser } from 'wxt/browser';
import { MAX_BACKOFF_MS, MIN_GAP_MS } from '../packs/subscription';
import { readTaken } from '../store/subscriptions';
import { openDatabase } from './database';
import { updateSubscription } from './subscriptions';

const UPDATE_ALARM = 'updates';
const SOON_MS = 60_000;

/** Null where nothing is subscribed to. */
async function findNext(): Promise<number | null> {
  const taken = await readTaken(await openDatabase());
  if (taken.length === 0) return null;
  const now = Date.now();
  const earliest = Math.min(...taken.map(({ nextAt }) => nextAt));
  // A clock that was put back must not leave the alarm for a day that is years away.
  return Math.min(Math.max(earliest, now + SOON_MS), now + MAX_BACKOFF_MS);
}

async function setAlarm(when: number | null): Promise<void> {
  if (when === null) await browser.alarms.clear(UPDATE_ALARM);
  else await browser.alarms.create(UPDATE_ALARM, { when });
}

/** After every change of what is subscribed to, or of its times. */
export async function scheduleUpdates(): Promise<void> {
  await setAlarm(await findNext());
}

/**
 * At every start: an alarm that went with the browser or an update of Dalel, or that a stopped background left unset or
 * unneeded, is put right. One that rings in time stays, so that starting often does not put it off.
 */
export async function mendAlarm(): Promise<void> {
  const [next, alarm] = [await findNext(), await browser.alarms.get(UPDATE_ALARM)];
  if (next === null ? alarm !== undefined : alarm === undefined || alarm.scheduledTime > next) await setAlarm(next);
}

/** Those whose time has come, one after another. */
export async function onUpdateAlarm(name: string): Promise<void> {
  if (name !== UPDATE_ALARM) return;
  // Set first: an alarm that rang is gone, and the background may be ended before the work is done.
  await browser.alarms.create(UPDATE_ALARM, { when: Date.now() + MIN_GAP_MS });
  for (const { pack } of await readTaken(await openDatabase())) {
    try {
      await updateSubscription(pack, 'alarm');
    } catch (reason) {
      console.error(`Dalel: the pack ${pack} was not updated`, reason);
    }
  }
  await scheduleUpdates();
}
