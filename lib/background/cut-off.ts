/**
 * What a background that was stopped left undone: what is stored was stored whole, but tabs, anchors, menu and alarms
 * follow it a moment later. Each of them leaves a note of what it followed last; where that is not what is stored now,
 * the next start goes on from there. Alarms that the browser lost are set again here as well.
 */
import { readSettings } from '../settings/store';
import { hasSettled, settleIn } from './install';
import { mendPause } from './resume';
import { readSpread, spreadChange } from './spread';
import { areAnchorsDue, spreadPacks } from './spread-packs';
import { mendAlarm } from './update-alarm';

export async function finishCutOff(): Promise<void> {
  if (!(await hasSettled())) await settleIn('update');
  const [before, after] = [await readSpread(), await readSettings()];
  if (JSON.stringify(before) !== JSON.stringify(after)) await spreadChange({ before, after });
  await mendPause();
  if (await areAnchorsDue()) await spreadPacks();
  await mendAlarm();
}
