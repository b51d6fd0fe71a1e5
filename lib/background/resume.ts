/** Pauses that are over are taken back, so that every open tab is read again at once. */
import { isPaused } from '../settings/change';
import { readSettings } from '../settings/store';
import { RESUME_ALARM } from './pause';
import { changeAndSpread } from './spread';

/** An alarm that rings early leaves the pause as it is. */
export async function onAlarm(name: string): Promise<void> {
  if (name !== RESUME_ALARM) return;
  await changeAndSpread((settings) => (isPaused(settings) ? settings : { ...settings, pausedUntil: null }));
}

/** The browser, or Dalel itself, started anew: a pause until then is over. */
export async function endPauseAtStart(): Promise<void> {
  const settings = await readSettings();
  const { pausedUntil } = settings;
  if (pausedUntil === null || (pausedUntil !== 'restart' && isPaused(settings))) return;
  await changeAndSpread((settings) => ({ ...settings, pausedUntil: null }));
}
