/** A first scan taken apart: the hand-over unpacked, the reader opened, the page read in slices. The same modules as the annotator's. */
import { openIndexedReader } from '../../../lib/engine/read';
import type { Reader } from '../../../lib/engine/types';
import { joinReaders } from '../../../lib/engine/read-all';
import { readingBytes, type HandOver } from '../../../lib/messages/hand-over';
import { openPageReader } from '../../../lib/page/read-page';
import { idle, withLongTasks, type LongTasks } from './measure';
import { longestOf, watchWork } from './watch-work';

export interface Opened {
  /** From the index in base64, as it is handed over, to its bytes. */
  readonly parseMs: number;
  /** From the bytes to a reader that can be asked. */
  readonly openMs: number;
}

export interface Phases extends Opened {
  /** All slices of reading the page once, without the pauses between them. */
  readonly readMs: number;
  readonly longestSliceMs: number;
  readonly findings: number;
  readonly isCapped: boolean;
  readonly long: LongTasks | null;
}

async function openAt(url: string): Promise<Opened & { readonly reader: Reader }> {
  const text = await (await fetch(url)).text();
  const handOver = JSON.parse(text) as HandOver; // The stage wrote it.
  await idle();
  const start = performance.now();
  const bytes = readingBytes(handOver);
  const parsed = performance.now();
  const reader = joinReaders(bytes.map(openIndexedReader));
  const opened = performance.now();
  Object.assign(globalThis, { dalelBenchKept: reader });
  return { parseMs: parsed - start, openMs: opened - parsed, reader };
}

/** `url` gives a hand-over as text. Keeps the reader, as the annotator does, and asks it nothing. */
export async function ready(url: string): Promise<Opened> {
  const { parseMs, openMs } = await openAt(url);
  return { parseMs, openMs };
}

/** The same, and then one pass over the page. */
export async function phases(url: string): Promise<Phases> {
  const { parseMs, openMs, reader } = await openAt(url);
  await idle();
  const work = watchWork();
  const readPage = openPageReader(document, reader, new AbortController().signal);
  const { value: pass, long } = await withLongTasks(
    () =>
      new Promise<Awaited<ReturnType<typeof readPage>>>((resolve, reject) => {
        work.run(() => void readPage().then(resolve, reject));
      }),
  );
  if (pass === null) throw new Error('Reading ended before its time');
  return {
    parseMs,
    openMs,
    readMs: pass.workMs,
    longestSliceMs: longestOf(work.tasks),
    findings: pass.read.reduce((sum, { findings }) => sum + findings.length, 0),
    isCapped: pass.cap !== null,
    long,
  };
}
