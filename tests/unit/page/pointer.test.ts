// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CardControl, OpenHow } from '../../../lib/page/card-control';
import { collectBlocks } from '../../../lib/page/collect';
import { startLifetime } from '../../../lib/page/lifetime';
import type { Lifetime } from '../../../lib/page/lifetime';
import { listMentions } from '../../../lib/page/mention';
import type { Mention } from '../../../lib/page/mention';
import { listenToPointer } from '../../../lib/page/pointer';
import type { PageSettings } from '../../../lib/messages/protocol';
import { cardOf, findingAt, pageOf, SETTINGS } from './page-fixture';

let lifetime: Lifetime;
let open: Mention | null;
let how: OpenHow | null;
let isExtensionThere: boolean;
let told: string[];

function start(change: Partial<PageSettings> = {}): Mention {
  const blocks = [...collectBlocks(pageOf('<p>they sold jets <a href="#">here</a></p>'))];
  const read = blocks.map((block) => ({ block, findings: [findingAt(0, 9)] }));
  const { mentions } = listMentions(read, new Map([['jets-sold', cardOf('jets-sold')]]), 0);
  const mention = mentions[0];
  if (mention === undefined) throw new Error('one was listed');
  const card: Pick<CardControl, 'prepare' | 'open' | 'leave' | 'stay' | 'close' | 'openAt' | 'isPinned' | 'isOurs'> = {
    prepare: () => told.push('prepare'),
    open: (at, as) => {
      open = at;
      how = as;
    },
    leave: () => told.push('leave'),
    stay: () => told.push('stay'),
    close: () => {
      open = null;
    },
    openAt: () => open,
    isPinned: () => how?.isPinned === true && open !== null,
    isOurs: () => false,
  };
  listenToPointer({
    doc: document,
    lifetime,
    // Everything left of 100 is on the words.
    hit: { mentionAt: (x) => (x < 100 ? mention : null) },
    card: card as CardControl,
    mentions: () => mentions,
    settings: () => ({ ...SETTINGS, ...change }),
  });
  return mention;
}

/** Events of a person: what scripts make is never trusted. */
function send(type: string, init: Record<string, unknown> = {}, isTrusted = true): Event {
  const event = new Event(type, { bubbles: true, cancelable: true });
  for (const [key, value] of Object.entries({ clientX: 0, clientY: 0, pointerType: 'mouse', altKey: false, ...init })) {
    Object.defineProperty(event, key, { value });
  }
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  (document.querySelector('p') ?? document).dispatchEvent(event);
  return event;
}
const wait = (ms: number): unknown => vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers();
  isExtensionThere = true;
  lifetime = startLifetime({}, 'key', () => isExtensionThere);
  [open, how, told] = [null, null, []];
});
afterEach(() => {
  lifetime.end();
  vi.useRealTimers();
});

describe('a card opens', () => {
  test('after the pointer rested on the words, not before', () => {
    const mention = start();
    send('pointermove', { clientX: 5 });
    wait(299);
    expect(open).toBeNull();
    wait(1);
    expect(open).toBe(mention);
    expect(how).toMatchObject({ isPinned: false, hasFocus: false });
  });

  test('no later where other moves came right before, which are not all tested', () => {
    const mention = start();
    send('pointermove', { clientX: 500 });
    wait(10);
    send('pointermove', { clientX: 5 });
    wait(299);
    expect(open).toBeNull();
    wait(1);
    expect(open).toBe(mention);
  });

  test('not where the pointer only passed', () => {
    start();
    send('pointermove', { clientX: 5 });
    wait(150);
    send('pointermove', { clientX: 500 });
    wait(1_000);
    expect(open).toBeNull();
    expect(told).toEqual(['prepare', 'leave']);
  });

  test('drawn before, once, where the pointer does not only pass', () => {
    start();
    send('pointermove', { clientX: 5 });
    wait(50);
    send('pointermove', { clientX: 500 });
    wait(1_000);
    expect(told).toEqual(['leave']);
    send('pointermove', { clientX: 5 });
    wait(1_000);
    expect(told).toEqual(['leave', 'prepare']);
    expect(open).not.toBeNull();
  });

  test('at once where no rest is asked for, and then nothing is drawn for it', () => {
    start({ restMs: 0 });
    send('pointermove', { clientX: 5 });
    wait(1_000);
    expect(open).not.toBeNull();
    expect(told).toEqual([]);
  });

  test('on a tap, and stays', () => {
    const mention = start();
    send('click', { pointerType: 'touch' });
    expect(open).toBe(mention);
    expect(how?.isPinned).toBe(true);
  });

  test('on a click only where that is set', () => {
    start();
    send('click');
    expect(open).toBeNull();
    lifetime.end();
    lifetime = startLifetime({}, 'key', () => true);
    start({ openBy: 'click' });
    send('pointermove');
    wait(1_000);
    expect(open).toBeNull();
    send('click');
    expect(open).not.toBeNull();
  });

  test('with Alt held where that is set, also when it is pressed over the words', () => {
    start({ openBy: 'modifier' });
    send('pointermove');
    wait(1_000);
    expect(open).toBeNull();
    send('keydown', { key: 'Alt' });
    expect(open).not.toBeNull();
  });

  test('for nothing that a script sends', () => {
    start();
    send('pointermove', {}, false);
    send('click', { pointerType: 'touch' }, false);
    send('keydown', { key: 'Alt' }, false);
    wait(1_000);
    expect(open).toBeNull();
  });

  test('no more once the extension is gone', () => {
    start();
    isExtensionThere = false;
    send('pointermove');
    wait(1_000);
    expect(open).toBeNull();
    expect(lifetime.signal.aborted).toBe(true);
  });
});

describe('an open card', () => {
  test('closes on Escape, which the page then does not hear', () => {
    start();
    send('click', { pointerType: 'touch' });
    const heard = vi.fn<() => void>();
    document.addEventListener('keydown', heard);
    const event = send('keydown', { key: 'Escape' });
    document.removeEventListener('keydown', heard);
    expect(open).toBeNull();
    expect(event.defaultPrevented).toBe(true);
    expect(heard).not.toHaveBeenCalled();
  });

  test('leaves Escape to the page where no card is open', () => {
    start();
    expect(send('keydown', { key: 'Escape' }).defaultPrevented).toBe(false);
  });

  test('that stays closes on a click elsewhere', () => {
    start();
    send('click', { pointerType: 'touch' });
    send('click', { clientX: 500 });
    expect(open).toBeNull();
  });

  test('is kept while the pointer is on its words', () => {
    start();
    send('pointermove');
    wait(400);
    send('pointermove', { clientX: 7 });
    wait(50);
    expect(told).toEqual(['prepare', 'stay']);
  });
});
