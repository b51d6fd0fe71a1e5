import { describe, expect, test, vi } from 'vitest';
import { SENTINEL, startLifetime } from '../../../lib/page/lifetime';
import { ANNOTATOR, noteReading, pageState } from '../../../lib/page/page-state';

interface Shape {
  readonly contentType?: string;
  readonly readyState?: string;
  readonly designMode?: string;
}

/** A document of that kind; what is not given is a page that has loaded. */
const documentOf = ({ contentType = 'text/html', readyState = 'complete', designMode = 'off' }: Shape = {}) =>
  ({ contentType, readyState, designMode }) as Document;

const live = (world: object, key: string) => startLifetime(world, key, () => true);

describe('a page', () => {
  test.each(['application/json', 'image/svg+xml', 'application/pdf', 'application/rss+xml'])(
    'of the type %s is of another kind, whatever lives there',
    (contentType) => {
      const world = {};
      live(world, SENTINEL);
      expect(pageState(documentOf({ contentType }), world)).toBe('other-kind');
    },
  );

  test('that is one editor is of another kind', () => {
    expect(pageState(documentOf({ designMode: 'on' }), {})).toBe('other-kind');
  });

  test.each([
    ['complete', 'unread'],
    ['interactive', 'waiting'],
    ['loading', 'waiting'],
  ] as const)('without a script of ours that is %s is %s', (readyState, state) => {
    expect(pageState(documentOf({ readyState }), {})).toBe(state);
  });

  test('is read where a sentinel watches it, until that ends', () => {
    const world = {};
    const sentinel = live(world, SENTINEL);
    expect(pageState(documentOf(), world)).toBe('read');
    sentinel.end();
    expect(pageState(documentOf(), world)).toBe('unread');
  });

  test('is waited for during the first pass of an annotator, and read from then on', () => {
    const world = {};
    const onRead = noteReading(world, live(world, ANNOTATOR));
    expect(pageState(documentOf(), world)).toBe('waiting');
    onRead();
    expect(pageState(documentOf(), world)).toBe('read');
  });

  test('is unread where the annotator ended during its first pass', () => {
    const world = {};
    const annotator = live(world, ANNOTATOR);
    noteReading(world, annotator);
    annotator.end();
    expect(pageState(documentOf(), world)).toBe('unread');
  });

  test('is waited for while a newer annotator reads, though the older one is done', () => {
    const world = {};
    const olderRead = noteReading(world, live(world, ANNOTATOR));
    noteReading(world, live(world, ANNOTATOR));
    olderRead();
    expect(pageState(documentOf(), world)).toBe('waiting');
  });
});

test('what a page names like our keys is not taken for what lives there', () => {
  const world: object = Object.create({ [SENTINEL]: vi.fn<() => void>() });
  expect(pageState(documentOf(), world)).toBe('unread');
});
