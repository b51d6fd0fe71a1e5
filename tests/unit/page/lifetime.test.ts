import { describe, expect, test, vi } from 'vitest';
import { after, startLifetime } from '../../../lib/page/lifetime';

describe('a lifetime', () => {
  test('ends when a newer one starts in the same world', () => {
    const world = {};
    const old = startLifetime(world, 'key', () => true);
    const other = startLifetime(world, 'other', () => true);
    const young = startLifetime(world, 'key', () => true);
    expect([old.signal.aborted, other.signal.aborted, young.signal.aborted]).toEqual([true, false, false]);
  });

  test('ends at the first question after the extension went', () => {
    let stands = true;
    const lifetime = startLifetime({}, 'key', () => stands);
    expect(lifetime.isOn()).toBe(true);
    stands = false;
    expect(lifetime.isOn()).toBe(false);
    expect(lifetime.signal.aborted).toBe(true);
  });

  test('leaves nothing in the world once it ended', () => {
    const world = {};
    startLifetime(world, 'key', () => true).end();
    expect(Object.keys(world)).toEqual([]);
  });

  test('takes its timers with it', () => {
    vi.useFakeTimers();
    const lifetime = startLifetime({}, 'key', () => true);
    const run = vi.fn<() => void>();
    after(10, lifetime.signal, run);
    after(10, lifetime.signal, run)();
    lifetime.end();
    after(10, lifetime.signal, run);
    vi.advanceTimersByTime(100);
    expect(run).not.toHaveBeenCalled();
    after(10, startLifetime({}, 'key', () => true).signal, run);
    vi.advanceTimersByTime(10);
    expect(run).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});
