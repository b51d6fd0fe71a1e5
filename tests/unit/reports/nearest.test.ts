/** Words to the known claims that they may tell. */
import { expect, test } from 'vitest';
import { openNearest } from '../../../lib/reports/nearest';
import { soundPack } from '../compile/sound';

const nearest = openNearest(soundPack().claims);

test.each([
  ['Washington is said to have bought 81 old aircraft from Kazakhstan', 'us-bought-81-aircraft'],
  ['81 самолёт купили США', 'us-bought-81-aircraft'],
])('%s is nearest to %s', (text, claim) => {
  expect(nearest.find(text, 5)[0]).toBe(claim);
});

test.each(['', 'Rain is expected tomorrow in the mountains.', 'aircraft'])('%o is near no claim', (text) => {
  expect(nearest.find(text, 5)).toEqual([]);
});
