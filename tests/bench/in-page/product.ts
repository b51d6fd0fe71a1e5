/**
 * Runs the built annotator and sentinel in a page's own isolated world, with a background that answers at once in
 * place of the real one, so that what is measured is what they do in the page and nothing else.
 */
import type { HandOver } from '../../../lib/messages/hand-over';
import { cardFor } from './card';
import { bareWalk, idle, withLongTasks, wait, type LongTasks } from './measure';
import { longestOf, sumOf, watchWork } from './watch-work';

interface World {
  browser?: unknown;
  dalelHandOver?: HandOver;
  /** The built scripts, wrapped by the stage. */
  dalelBenchAnnotator?: () => void;
  dalelBenchSentinel?: () => void;
  /** The end of the sentinel's lifetime. */
  dalelSentinel?: () => void;
}

const world = globalThis as unknown as World;

type Answer = (call: string, request: Record<string, unknown>) => unknown;

/** A runtime whose background answers within the same task. */
function playBackground(answer: Answer): void {
  const runtime = {
    id: 'bench',
    getURL: (path: string) => path,
    sendMessage: (message: { readonly call: string; readonly request: Record<string, unknown> }) =>
      Promise.resolve({ ok: true, value: answer(message.call, message.request) ?? null }),
    onMessage: { addListener: () => undefined, removeListener: () => undefined },
  };
  Object.defineProperty(globalThis, 'browser', { value: { runtime }, configurable: true });
}

export interface Scanned {
  /** From the hand-over as text to the marks. */
  readonly ms: number;
  /** The same without the pauses in which the page had its turn. */
  readonly workMs: number;
  readonly longestMs: number;
  readonly long: LongTasks | null;
}

const PATIENCE_MS = 20_000;

/** First scan of this document with the hand-over that stands at `url`, which must find something. */
export async function scan(url: string): Promise<Scanned> {
  const text = await (await fetch(url)).text();
  await idle();
  const start = world.dalelBenchAnnotator;
  if (start === undefined) throw new Error('The annotator is not in this world');
  const work = watchWork();
  const { value: took, long } = await withLongTasks(
    () =>
      new Promise<number>((resolve, reject) => {
        void wait(PATIENCE_MS).then(() => reject(new Error(`Nothing was found within ${PATIENCE_MS / 1000} s`)));
        let from = 0;
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now() - from));
        port1.start();
        playBackground((call, request) => {
          if (call !== 'claims/for-page') return null;
          // With the cards it paints within this same task.
          port2.postMessage(null);
          return { cards: (request['ids'] as string[]).map(cardFor) };
        });
        work.run(() => {
          from = performance.now();
          world.dalelHandOver = JSON.parse(text) as HandOver; // The stage wrote it.
          start();
        });
      }),
  );
  return { ms: took, workMs: sumOf(work.tasks), longestMs: longestOf(work.tasks), long };
}

export interface Looked {
  /** All work of the sentinel until it rests. */
  readonly workMs: number;
  readonly longestMs: number;
  readonly hasKnocked: boolean;
  readonly long: LongTasks | null;
}

/** The sentinel from its evaluation to its rest. */
export async function look(): Promise<Looked> {
  const start = world.dalelBenchSentinel;
  if (start === undefined) throw new Error('The sentinel is not in this world');
  await idle();
  let hasKnocked = false;
  playBackground(() => {
    hasKnocked = true;
    return { injected: false };
  });
  const work = watchWork();
  const { long } = await withLongTasks(async () => {
    work.run(start);
    // Until its slices have ended: none follows another by more than this.
    for (let before = -1; before !== work.tasks.length;) {
      before = work.tasks.length;
      await wait(150);
    }
  });
  return { workMs: sumOf(work.tasks), longestMs: longestOf(work.tasks), hasKnocked, long };
}

/** What each runs in a fresh document: the bare walk, in this same world. */
export async function walk(): Promise<ReturnType<typeof bareWalk>> {
  await idle();
  return bareWalk();
}
