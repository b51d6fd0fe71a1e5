// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeKeeper } from '../../../lib/page/keep';
import { startLifetime } from '../../../lib/page/lifetime';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A thing that the page can take away, and what was done about it. */
function thing() {
  const state = { stands: true, mended: 0, givenUp: 0 };
  const extension = { isThere: true };
  const lifetime = startLifetime({}, 'test', () => extension.isThere);
  const keeper = makeKeeper({
    doc: document,
    lifetime,
    stands: () => state.stands,
    mend: () => {
      state.mended++;
      state.stands = true;
    },
    onGivenUp: () => void state.givenUp++,
  });
  return { lifetime, extension, state, keeper };
}
/** `isTaken` says at which of the coming looks it will be gone. */
async function looks(state: { stands: boolean }, count: number, isTaken: (nth: number) => boolean): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    if (isTaken(nth)) state.stands = false;
    await vi.advanceTimersByTimeAsync(1_000);
  }
}

test('what was taken away once stands again at the next look', async () => {
  const { state, keeper } = thing();
  keeper.start();
  await looks(state, 5, (nth) => nth === 1);
  expect(state).toEqual({ stands: true, mended: 1, givenUp: 0 });
});

test('after three times in a row it is given up, once and for good', async () => {
  const { state, keeper } = thing();
  keeper.start();
  await looks(state, 20, () => true);
  expect(state).toEqual({ stands: false, mended: 3, givenUp: 1 });
  keeper.start();
  await looks(state, 20, () => true);
  expect(state).toEqual({ stands: false, mended: 3, givenUp: 1 });
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that does so now and then never wears it out', async () => {
  const { state, keeper } = thing();
  keeper.start();
  await looks(state, 40, (nth) => nth % 2 === 0);
  expect(state).toMatchObject({ stands: true, mended: 20, givenUp: 0 });
});

test('it looks no more once it is stopped or its lifetime ends, and started twice it looks once', async () => {
  const { lifetime, state, keeper } = thing();
  keeper.start();
  keeper.start();
  expect(vi.getTimerCount()).toBe(1);
  keeper.stop();
  await looks(state, 3, () => true);
  expect(state.mended).toBe(0);
  keeper.start();
  lifetime.end();
  await looks(state, 3, () => true);
  expect(state.mended).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('whose extension was updated leaves the field to the new one at the first look', async () => {
  const { lifetime, extension, state, keeper } = thing();
  keeper.start();
  extension.isThere = false;
  await looks(state, 3, () => true);
  expect(state).toEqual({ stands: false, mended: 0, givenUp: 0 });
  expect(lifetime.signal.aborted).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
