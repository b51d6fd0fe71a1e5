/** What is handed over and the annotators that take it meet in any order, one to one. */
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { HAND_OVER, layDown, takeHandOver, type HandOver } from '../../../lib/messages/hand-over';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';
import { toPageSettings } from '../../../lib/settings/page-settings';

const handOver = (nth: number): HandOver => ({
  highlight: `d${nth}`,
  readings: [],
  settings: toPageSettings(DEFAULT_SETTINGS, 'en'),
  words: {},
});

afterEach(() => {
  delete (globalThis as { [HAND_OVER]?: unknown })[HAND_OVER];
});

test('whatever comes first waits: as many start as both came, with what was handed over, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('laid', 'injected')), (steps) => {
      delete (globalThis as { [HAND_OVER]?: unknown })[HAND_OVER];
      const started: string[] = [];
      let laid = 0;
      for (const step of steps) {
        if (step === 'laid') layDown(HAND_OVER, handOver(laid++));
        else takeHandOver(({ highlight }) => started.push(highlight));
      }
      const most = Math.min(laid, steps.length - laid);
      expect(started).toEqual(Array.from({ length: most }, (_, nth) => `d${nth}`));
    }),
  );
});

test('an element of the page with that id is nothing that was handed over', () => {
  const started: string[] = [];
  const before: unknown = Object.getPrototypeOf(globalThis);
  Object.setPrototypeOf(globalThis, Object.create(before as object, { [HAND_OVER]: { value: [handOver(9)] } }));
  try {
    takeHandOver(({ highlight }) => started.push(highlight));
    layDown(HAND_OVER, handOver(1));
  } finally {
    Object.setPrototypeOf(globalThis, before as object);
  }
  expect(started).toEqual(['d1']);
});

test('what is laid down needs nothing of what stands around it: it runs as its own source in the page', () => {
  // The browser injects the function by its source alone.
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- that is what is tested
  const alone = new Function(`return (${layDown.toString()})`)() as typeof layDown;
  alone(HAND_OVER, handOver(3));
  const started: string[] = [];
  takeHandOver(({ highlight }) => started.push(highlight));
  expect(started).toEqual(['d3']);
});
