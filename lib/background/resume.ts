/** Pauses that are over are taken back, so that every open tab is read again at once. */
import { browser } from 'wxt/browser';
import { isPaused } from '../settings/change';
import type { Settings } from '../settings/settings';
import { readSettings } from '../settings/store';
import { RESUME_ALARM, scheduleResume } from './pause';
import { changeAndSpread } from './spread';

/** Asked again where it is stored: whoever ends it at the same moment changed it already. */
const endWhere = (isOver: (settings: Settings) => boolean): Promise<Settings> =>
  changeAndSpread((settings) => (isOver(settings) ? { ...settings, pausedUntil: null } : settings));

const isOver = (settings: Settings): boolean => typeof settings.pausedUntil === 'number' && !isPaused(settings);

/** An alarm that rings early leaves the pause as it is, and is set again. */
export async function onAlarm(name: string): Promise<void> {
  if (name !== RESUME_ALARM) return;
  const settings = await endWhere(isOver);
  if (settings.pausedUntil !== null) await scheduleResume(settings);
}

/** The browser started anew: a pause until then is over. */
export async function endPauseAtStart(): Promise<void> {
  await endWhere(({ pausedUntil }) => pausedUntil === 'restart');
}

/**
 * At every start: alarms may go with the browser or an update of Dalel. A pause that ran out meanwhile is ended, one
 * that runs on gets the alarm that it lost.
 */
export async function mendPause(): Promise<void> {
  const settings = await readSettings();
  const { pausedUntil } = settings;
  if (typeof pausedUntil !== 'number') return;
  if (isOver(settings)) {
    await endWhere(isOver);
    return;
  }
  const alarm = await browser.alarms.get(RESUME_ALARM);
  if (alarm === undefined || alarm.scheduledTime > pausedUntil) await scheduleResume(settings);
}
