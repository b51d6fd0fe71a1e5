// @vitest-environment happy-dom
/** What a page says of the reader's own data: nothing while all is well, else what happened and what to do. */
import { expect, test, vi } from 'vitest';
import { StoreNotice, type StoreNoticeProps } from '../../../../components/shared/StoreNotice';
import type { StoreState } from '../../../../lib/messages/protocol';
import { LANGUAGES } from '../../../../lib/words/languages';
import { draw, faultsOf, find, press, settle } from '../draw';

const WELL: StoreState = { fault: null, isRenewable: false, restored: 0, uncopied: 0 };
const SUNK: StoreState = { ...WELL, fault: 'The database is under water.', isRenewable: true };

const props = (state: StoreState, more: Partial<StoreNoticeProps> = {}): StoreNoticeProps => ({
  onAsk: () => Promise.resolve(state),
  onNoticed: () => Promise.resolve(),
  onRenew: () => Promise.resolve(),
  onChanged: () => undefined,
  ...more,
});

async function drawWith(given: StoreNoticeProps, lang: (typeof LANGUAGES)[number] = 'en'): Promise<HTMLElement> {
  const root = await draw(
    <main>
      <h1>Page</h1>
      <StoreNotice {...given} />
    </main>,
    lang,
  );
  await settle();
  return root;
}

test('nothing is said while all is well', async () => {
  expect((await drawWith(props(WELL))).textContent).toBe('Page');
});

test('nothing is said where the question itself fails: the page says that', async () => {
  const onAsk = () => Promise.reject(new Error('gone'));
  expect((await drawWith(props(WELL, { onAsk }))).textContent).toBe('Page');
});

test('a fault is told, and the database made anew at a press', async () => {
  let state = SUNK;
  const onChanged = vi.fn();
  const onRenew = async () => void (state = WELL);
  const root = await drawWith(props(SUNK, { onAsk: () => Promise.resolve(state), onRenew, onChanged }));
  expect(root.textContent).toContain('under water');
  expect(await faultsOf(root)).toEqual([]);
  await press(root, '[data-action="store-renew"]');
  await settle();
  expect(root.textContent).toBe('Page');
  expect(onChanged).toHaveBeenCalled();
});

test('a database that could not be made anew is said to be so, and can be asked for again', async () => {
  const root = await drawWith(props(SUNK, { onRenew: () => Promise.reject(new Error('still held')) }));
  await press(root, '[data-action="store-renew"]');
  await settle();
  expect(root.textContent).toContain('still held');
  find(root, '[data-action="store-retry"]');
});

test('a database of a newer Dalel is not offered to be made anew', async () => {
  const root = await drawWith(props({ ...SUNK, isRenewable: false }));
  expect(root.querySelector('[data-action="store-renew"]')).toBeNull();
});

test.each(LANGUAGES)('what came back and what has no copy is told by number, in %s', async (lang) => {
  const onNoticed = vi.fn(() => Promise.resolve());
  const root = await drawWith(props({ ...WELL, restored: 21, uncopied: 5 }, { onNoticed }), lang);
  expect(root.textContent).toMatch(/21.*5/su);
  expect(await faultsOf(root)).toEqual([]);
  await press(root, '[data-action="store-noticed"]');
  expect(onNoticed).toHaveBeenCalledOnce();
});
