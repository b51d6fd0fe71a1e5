/**
 * Runs the built annotator and sentinel in a page's own isolated world, with a background that answers at once in
 * place of the real one, so that what is measured is what they do in the page and nothing else.
 */
import { HAND_OVER, layDown, type HandOver } from '../../../lib/messages/hand-over';
import { cardFor } from './card';
import { bareWalk, idle, withLongTasks, wait, type LongTasks } from './measure';
import { longestOf, sumOf, watchWork } from './watch-work';

interface World {
  browser?: unknown;
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
  /** From the hand-over as text until all is marked and counted. */
  readonly ms: number;
  /** From the same to the task in which the first marks are painted. */
  readonly firstMs: number;
  /** As `ms`, without the pauses in which the page had its turn. */
  readonly workMs: number;
  readonly longestMs: number;
  /** Findings as the annotator told them. */
  readonly found: number;
  /** The limits that ended it early, as the popup would name them. */
  readonly capped: readonly string[];
  readonly long: LongTasks | null;
}

const PATIENCE_MS = 20_000;

interface Told {
  readonly counts: readonly (readonly [string, number])[];
  readonly capped: readonly string[];
}

/** First scan of this document with the hand-over that stands at `url`, which must find something. */
export async function scan(url: string): Promise<Scanned> {
  const text = await (await fetch(url)).text();
  await idle();
  const start = world.dalelBenchAnnotator;
  if (start === undefined) throw new Error('The annotator is not in this world');
  const work = watchWork();
  let from = 0;
  let firstMs = NaN;
  const { value, long } = await withLongTasks(
    () =>
      new Promise<Told & { readonly ms: number }>((resolve, reject) => {
        void wait(PATIENCE_MS).then(() => reject(new Error(`Nothing was found within ${PATIENCE_MS / 1000} s`)));
        playBackground((call, request) => {
          if (call === 'page/found') resolve({ ...(request as unknown as Told), ms: performance.now() - from });
          if (call !== 'claims/for-page') return null;
          // With the cards it paints within this same task.
          if (Number.isNaN(firstMs)) firstMs = performance.now() - from;
          return { cards: (request['ids'] as string[]).map(cardFor) };
        });
        work.run(() => {
          from = performance.now();
          layDown(HAND_OVER, JSON.parse(text) as HandOver); // The stage wrote it.
          start();
        });
      }),
  );
  const found = value.counts.reduce((sum, [, count]) => sum + count, 0);
  return {
    ms: value.ms,
    firstMs,
    workMs: sumOf(work.tasks),
    longestMs: longestOf(work.tasks),
    found,
    capped: value.capped,
    long,
  };
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
      await wait(250);
    }
  });
  return { workMs: sumOf(work.tasks), longestMs: longestOf(work.tasks), hasKnocked, long };
}

/** Nodes that a lively chat changes, one in so many milliseconds, for so long. */
const CHAT_NODES = 50;
const CHAT_EVERY_MS = 50;
const CHAT_MS = 5_000;
const CHAT_HELD = 500;

export interface Chatted {
  /** Work of the sentinel beside the changes, of every millisecond. */
  readonly share: number;
  readonly nodes: number;
}

/** The sentinel in a page that adds 1,000 nodes a second and takes the oldest away. */
export async function chat(): Promise<Chatted> {
  const start = world.dalelBenchSentinel;
  if (start === undefined) throw new Error('The sentinel is not in this world');
  await idle();
  playBackground(() => ({ injected: false }));
  const list = document.body.appendChild(document.createElement('div'));
  const work = watchWork();
  work.run(start);
  await wait(1_000);
  const before = sumOf(work.tasks);
  const from = performance.now();
  let nodes = 0;
  while (performance.now() - from < CHAT_MS) {
    for (let i = 0; i < CHAT_NODES; i++) {
      const line = list.appendChild(document.createElement('p'));
      line.textContent = `Somebody wrote line ${nodes++} of a long talk about the harbour road and the weather.`;
      if (list.childElementCount > CHAT_HELD) list.firstElementChild?.remove();
    }
    await wait(CHAT_EVERY_MS);
  }
  return { share: (sumOf(work.tasks) - before) / (performance.now() - from), nodes };
}

/** What each runs in a fresh document: the bare walk, in this same world. */
export async function walk(): Promise<ReturnType<typeof bareWalk>> {
  await idle();
  return bareWalk();
}
