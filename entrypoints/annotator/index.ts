/** Injected into a frame that knocked: reads it, marks it, owns its card. Wiring only; the work is in lib/page. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CARD_CSS } from '../../components/card/card-css';
import { drawWith } from '../../components/card/draw';
import { openIndexedReader } from '../../lib/engine/read';
import { joinReaders } from '../../lib/engine/read-all';
import { call } from '../../lib/messages/call';
import { fitAsked, fitFound } from '../../lib/messages/fit';
import { readingBytes, takeHandOver } from '../../lib/messages/hand-over';
import type { HandOver } from '../../lib/messages/hand-over';
import { takeShipped } from '../../lib/messages/shipped-reading';
import { listen } from '../../lib/messages/listen';
import { livingRuntime } from '../../lib/messages/runtime';
import { annotate } from '../../lib/page/annotate';
import { startLifetime } from '../../lib/page/lifetime';
import { ANNOTATOR, noteReading } from '../../lib/page/page-state';
import { makeSay } from '../../lib/words/say';

export default defineUnlistedScript(() => {
  // At once: it was laid there for this one, and another may come before what is handed over.
  const shipped = takeShipped(globalThis);
  takeHandOver((handOver) => start(handOver, shipped));
});

function start(handOver: HandOver, shipped: string | null): void {
  // Before anything says that this page is read: what cannot be opened reads none.
  const reader = joinReaders(readingBytes(handOver, shipped).map(openIndexedReader));
  const lifetime = startLifetime(globalThis, ANNOTATOR, () => livingRuntime() !== null);
  const onRead = noteReading(globalThis, lifetime);
  const say = makeSay(handOver.words, handOver.settings.language);
  const annotator = annotate({
    doc: document,
    handOver,
    reader,
    say,
    lifetime,
    css: CARD_CSS,
    draw: drawWith(say),
    onRead,
    ask: {
      cards: async (ids) => (await call('claims/for-page', { ids: fitAsked(ids) })).cards,
      found: (counts, capped) => call('page/found', fitFound({ counts, capped })),
      open: (claim) => call('open', { page: 'database', claim }),
      report: (report) => call('open', { page: 'report', ...report }),
      again: async () => (await call('knock', {})).injected,
    },
  });
  if (annotator === null) return onRead();
  listen(
    {
      'page/refresh': async ({ on, reading }) => {
        await annotator.refresh(on, reading);
        return null;
      },
      'page/step': async ({ by }) => {
        await annotator.step(by);
        return null;
      },
      'page/findings': async () => ({ lang: document.documentElement.lang || null, findings: await annotator.list() }),
      'page/show': async ({ claim, nth }) => ({ shown: await annotator.show(claim, nth) }),
    },
    lifetime.signal,
  );
}
