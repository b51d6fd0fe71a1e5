/** A page gets the bundled index from the extension's own file, wherever that file holds the index of the pack in use. */
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openIndex } from '../../../lib/engine/index/open';
import type { HandOver } from '../../../lib/messages/hand-over';
import { readShipped, takeShipped, writeShipped } from '../../../lib/messages/shipped-reading';
import { fake } from './fake-browser';
import { ask, BAN, bundle, pageOf, putBack, send, startAfresh, tab, wake } from './woken';

beforeEach(async () => {
  await startAfresh();
  bundle.index = bundle.pack;
  fake.tabsOpen = [tab(1)];
});
afterEach(putBack);

/** What a knocking page is given: the files, and the first claim of the index that was passed, if one was. */
async function given(): Promise<readonly [files: readonly string[] | undefined, first: string | null]> {
  fake.injected = [];
  await send('knock', {}, pageOf(tab(1)));
  // An update lays sentinels into the tab as well.
  const laid = fake.injected.find(({ args }) => args !== undefined);
  const [, handOver] = (laid?.args ?? []) as [string, HandOver];
  const [reading] = handOver.readings;
  const first = typeof reading === 'string' ? openIndex(Buffer.from(reading, 'base64')).claim(0).id : null;
  return [fake.injected.find(({ files = [] }) => files.includes('/annotator.js'))?.files, first];
}
const FROM_FILE = [['/reading.js', '/annotator.js'], null];
const PASSED = [['/annotator.js'], BAN];

describe('a page is given', () => {
  test('the file of the index, after a sleep too, and with packs beside it', async () => {
    expect(await given()).toEqual(FROM_FILE);
    wake();
    expect(await given()).toEqual(FROM_FILE);
  });

  test('the index itself where none came along', async () => {
    bundle.index = null;
    expect(await given()).toEqual(PASSED);
  });

  test('the index itself where the file is of another pack, also after a sleep', async () => {
    bundle.index = { ...bundle.pack, claims: bundle.pack.claims.toReversed() };
    expect(await given()).toEqual(PASSED);
    wake();
    expect(await given()).toEqual(PASSED);
  });

  test('after an update the file that came with it', async () => {
    await given();
    vi.spyOn(fake.runtime, 'getManifest').mockReturnValue({ version: '1.1', content_scripts: [] });
    wake();
    expect(await given()).toEqual(FROM_FILE);
  });

  test('after an update whose file is of other claims than the stored ones, what is stored', async () => {
    await given();
    vi.spyOn(fake.runtime, 'getManifest').mockReturnValue({ version: '0.9', content_scripts: [] });
    bundle.index = { ...bundle.pack, claims: bundle.pack.claims.toReversed() };
    wake();
    expect(await given()).toEqual(PASSED);
  });
});

test('the welcome page, which no file is injected into, is passed the index', async () => {
  const { readings } = await ask('sample/hand-over', {});
  expect(openIndex(Buffer.from(readings[0] ?? '', 'base64')).claim(0).id).toBe(BAN);
});

test('the file is read as it was written, run or not, and refused where it is another', () => {
  const script = writeShipped('QUJD');
  expect(readShipped(script)).toBe('QUJD');
  const world = {};
  runInNewContext(script, world);
  expect([takeShipped(world), takeShipped(world)]).toEqual(['QUJD', null]);
  expect(() => readShipped(script.slice(0, -3))).toThrow('reading.js is not as it was built');
  expect(() => readShipped('<html>')).toThrow('reading.js is not as it was built');
});
