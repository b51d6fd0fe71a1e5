/** Injected into a frame that knocked: reads it, marks it, owns its card. Wiring only; the work is in lib/page. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CARD_CSS } from '../../components/card/card-css';
import { drawWith } from '../../components/card/draw';
import { openIndexedReader } from '../../lib/engine/read';
import { joinReaders } from '../../lib/engine/read-all';
import { call } from '../../lib/messages/call';
import { HAND_OVER, readingBytes } from '../../lib/messages/hand-over';
import type { HandOver } from '../../lib/messages/hand-over';
import { takeShipped } from '../../lib/messages/shipped-reading';
import { listen } from '../../lib/messages/listen';
import { livingRuntime } from '../../lib/messages/runtime';
import { annotate } from '../../lib/page/annotate';
import { startLifetime } from '../../lib/page/lifetime';
import { makeSay } from '../../lib/words/say';

/** Laid here by the background a moment before; taken once, so that nothing later mistakes it for its own. */
function takeHandOver(): HandOver | null {
  const world = globalThis as { [HAND_OVER]?: HandOver };
  const handOver = world[HAND_OVER] ?? null;
  delete world[HAND_OVER];
  return handOver;
}

export default defineUnlistedScript(() => {
  const handOver = takeHandOver();
  if (handOver === null) return;
  const lifetime = startLifetime(globalThis, 'dalelAnnotator', () => livingRuntime() !== null);
  const say = makeSay(handOver.words, handOver.settings.language);
  const annotator = annotate({
    doc: document,
    handOver,
    reader: joinReaders(readingBytes(handOver, takeShipped(globalThis)).map(openIndexedReader)),
    say,
    lifetime,
    css: CARD_CSS,
    draw: drawWith(say),
    ask: {
      cards: async (ids) => (await call('claims/for-page', { ids })).cards,
      found: (counts, capped) => call('page/found', { counts, capped }),
      open: (claim) => call('open', { page: 'database', claim }),
      report: (report) => call('open', { page: 'report', ...report }),
      again: async () => (await call('knock', {})).injected,
    },
  });
  if (annotator === null) return;
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
});
