// @vitest-environment happy-dom
/** What an annotator tells of its passes, all claims muted: a page that could not be read is not one without a claim. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { annotate, type Ask } from '../../../lib/page/annotate';
import { startLifetime, type Lifetime } from '../../../lib/page/lifetime';
import { pageOf, SETTINGS, wordReader, type SteppedReader } from './page-fixture';

let lifetime: Lifetime;
beforeEach(() => {
  lifetime = startLifetime({}, 'annotator', () => true);
  // What a browser keeps marks in.
  vi.stubGlobal('CSS', { ...CSS, highlights: new Map() });
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  lifetime.end();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function start(reader: SteppedReader, cards: Ask['cards'] = async () => []) {
  const found = vi.fn<Ask['found']>().mockResolvedValue(null);
  const never = () => Promise.reject(new Error('Nobody is to ask this'));
  const onRead = vi.fn<() => void>();
  annotate({
    doc: document,
    handOver: { highlight: 'd0123456789abcdef', readings: [], settings: SETTINGS, words: {} },
    reader: { ...reader, read: () => never() as never },
    say: (key) => key,
    lifetime,
    ask: { cards, found, open: never, report: never, again: never },
    css: '',
    draw: () => () => undefined,
    onRead,
  });
  return { found, onRead };
}

test('a page without a claim is read, and nothing is told of it', async () => {
  pageOf('<p>Nothing of ours.</p>');
  const { found, onRead } = start(wordReader());
  await vi.waitFor(() => expect(onRead).toHaveBeenCalledOnce());
  expect(found).not.toHaveBeenCalled();
});

test('a fault of the reading is told, and so is its end', async () => {
  pageOf('<p>They sold jets.</p>');
  const reader = wordReader();
  const readSteps = vi.spyOn(reader, 'readSteps').mockImplementation(() => {
    throw new Error('a fault of the engine');
  });
  const { found, onRead } = start(reader);
  await vi.waitFor(() => expect(onRead).toHaveBeenCalledOnce());
  expect(found.mock.calls).toEqual([[[], ['failed']]]);
  readSteps.mockRestore();
  document.querySelector('p')?.append(' Again they sold jets.');
  await vi.waitFor(() => expect(found).toHaveBeenLastCalledWith([['jets-sold', 2]], []), 5_000);
});

test('cards that nobody gives leave the counts, and tell of the fault', async () => {
  pageOf('<p>They sold jets.</p>');
  const { found } = start(wordReader(), () => Promise.reject(new Error('the database is gone')));
  await vi.waitFor(() => expect(found.mock.calls).toEqual([[[['jets-sold', 1]], ['failed']]]));
});
