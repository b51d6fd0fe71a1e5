/**
 * The live sample: the very annotator that reads pages, run on this page of ours, where no script is ever injected. It
 * is started anew when the language changes, and the older one ends with that.
 */
import { browser } from 'wxt/browser';
import { CARD_CSS } from '../../components/card/card-css';
import { drawWith } from '../../components/card/draw';
import { openIndexedReader } from '../../lib/engine/read';
import { joinReaders } from '../../lib/engine/read-all';
import { call } from '../../lib/messages/call';
import { readingBytes } from '../../lib/messages/hand-over';
import { annotate, type Annotator } from '../../lib/page/annotate';
import { startLifetime } from '../../lib/page/lifetime';
import { makeSay } from '../../lib/words/say';

/** Null where the document is of a kind that is not read; this one always is. */
export async function startSample(): Promise<Annotator | null> {
  const handOver = await call('sample/hand-over', {});
  const say = makeSay(handOver.words, handOver.settings.language);
  return annotate({
    doc: document,
    handOver,
    reader: joinReaders(readingBytes(handOver).map(openIndexedReader)),
    say,
    lifetime: startLifetime(globalThis, 'dalelSample', () => browser.runtime.id !== undefined),
    css: CARD_CSS,
    draw: drawWith(say),
    onRead: () => undefined,
    ask: {
      cards: async (ids) => (await call('sample/cards', { ids })).cards,
      // Nothing on this page counts on the toolbar.
      found: () => Promise.resolve(),
      open: (claim) => browser.tabs.create({ url: `/database.html#/claim/${encodeURIComponent(claim)}` }),
      // Reports are made on pages of the web; from the sample the empty form is tried.
      report: () => browser.tabs.create({ url: '/report.html' }),
      again: async () => (await startSample()) !== null,
    },
  });
}
