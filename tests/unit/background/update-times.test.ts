/** When addresses are asked: by hand, by the alarm, after failures and as their servers wish. */
import { describe, expect, test, vi } from 'vitest';
import { asJson, asStatus } from '../../support/pack-server';
import { fake } from './fake-browser';
import {
  DAY,
  HOUR,
  inNewBackground,
  later,
  MINUTE,
  publish,
  ring,
  row,
  sealed,
  server,
  START,
  subscribe,
  update,
} from './subscribed';
import { ask, wake } from './woken';

inNewBackground();

describe('the times', () => {
  test('by hand are a minute apart', async () => {
    await subscribe();
    expect(await update()).toEqual({ kind: 'unchanged' });
    later(30_000);
    expect(await update()).toEqual({ kind: 'wait', until: Date.now() + 30_000 });
    expect(server().asked).toHaveLength(2);
    later(30_000);
    expect(await update()).toEqual({ kind: 'unchanged' });
  });

  test('of the alarm are a day apart, give or take a fifth, and survive a sleep', async () => {
    await subscribe();
    wake();
    const at = fake.alarmsSet.get('updates') ?? 0;
    expect(at).toBeGreaterThanOrEqual(START + 0.8 * DAY);
    expect(at).toBeLessThanOrEqual(START + 1.2 * DAY);
    publish(asJson(await sealed(2)));
    vi.setSystemTime(at - HOUR);
    await ring();
    expect(server().asked).toHaveLength(1);
    vi.setSystemTime(at);
    await ring();
    expect(await row()).toMatchObject({ header: { revision: 2 } });
  });

  test('grow with every failure, up to seven days', async () => {
    await subscribe();
    publish(asStatus(500));
    const waits: number[] = [];
    for (let n = 0; n < 8; n++) {
      vi.setSystemTime((await row())?.subscription?.nextAt ?? 0);
      await ring();
      waits.push(((await row())?.subscription?.nextAt ?? 0) - Date.now());
    }
    // Waiting in the test moves its clock by a few milliseconds.
    expect(waits[0]).toBeGreaterThanOrEqual(6 * HOUR - MINUTE);
    expect(waits[2]).toBeGreaterThan(waits[0] ?? 0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(7 * DAY);
    expect(waits.at(-1)).toBeGreaterThan(7 * DAY - MINUTE);
    expect(await row()).toMatchObject({ header: { revision: 1 }, subscription: { failures: 8 } });
  });

  test('that the server asks for hold for the reader as well', async () => {
    await subscribe();
    publish(asStatus(429, { 'retry-after': '7200' }));
    expect(await update()).toEqual({ kind: 'refused', fault: { kind: 'busy', status: 429 } });
    const until = Date.now() + 2 * HOUR;
    later(HOUR);
    expect(await update()).toEqual({ kind: 'wait', until });
    publish(asStatus(503, { 'retry-after': new Date(until + 3 * DAY).toUTCString() }));
    later(HOUR);
    expect(await update()).toMatchObject({ kind: 'refused', fault: { kind: 'busy' } });
    expect((await row())?.subscription?.nextAt).toBeGreaterThanOrEqual(until + 3 * DAY - 1000);
    publish(asStatus(503, { 'retry-after': '99999999' }));
    later(4 * DAY);
    await update();
    expect((await row())?.subscription?.notBefore).toBe(Date.now() + 7 * DAY);
  });

  test('of a clock that was put back neither hold it up for years nor let it ask at once', async () => {
    vi.setSystemTime(Date.parse('2100-01-01T00:00:00Z'));
    await subscribe();
    vi.setSystemTime(START);
    await ring();
    expect(server().asked).toHaveLength(1);
    expect((await row())?.subscription?.nextAt).toBeLessThanOrEqual(START + 1.2 * DAY);
    vi.setSystemTime(START + 1.2 * DAY);
    publish(asJson(await sealed(2)));
    await ring();
    expect(await row()).toMatchObject({ header: { revision: 2 } });
  });

  test('without a subscription set no alarm', async () => {
    await ask('packs/load', { text: await sealed(1), from: 'lake.json' });
    expect(fake.alarmsSet.has('updates')).toBe(false);
    await ask('packs/remove', { id: 'lake-claims' });
    await subscribe();
    expect(fake.alarmsSet.has('updates')).toBe(true);
    await ask('packs/remove', { id: 'lake-claims' });
    expect(fake.alarmsSet.has('updates')).toBe(false);
  });
});
