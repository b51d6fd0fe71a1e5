/** The peers: each gets the phrases as text, builds what it needs, and finds them in this document, as a first visit does. */
import AhoCorasick from 'modern-ahocorasick';
import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import { bareWalk, idle, withLongTasks, type LongTasks } from './measure';

export interface Sought {
  readonly ms: number;
  /** The part of it that came before the first character of the page was read. */
  readonly buildMs: number;
  readonly matches: number;
  readonly long: LongTasks | null;
}

/** What wraps a match, where the peer wraps. */
const WRAPPER = 'dalel-bench';

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * Engines keep what they compiled of a pattern for all pages of a process, so that the same one again would be found
 * compiled. One more alternative, which stands nowhere and is another each time, makes each a first one.
 */
const alternation = (phrases: readonly string[]): RegExp =>
  new RegExp(
    [...phrases.toSorted((a, b) => b.length - a.length), `\u0001${crypto.getRandomValues(new Uint32Array(2)).join()}`]
      .map(escape)
      .join('|'),
    'giu',
  );

function eachText(see: (text: string) => void): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) see((node as Text).data);
}

const wrapped = (): number => document.getElementsByTagName(WRAPPER).length;

type Seek = (phrases: readonly string[], built: () => void) => number;

const PEERS: Readonly<Record<string, Seek>> = {
  walk: () => {
    bareWalk();
    return 0;
  },
  regexp: (phrases, built) => {
    const pattern = alternation(phrases);
    built();
    let count = 0;
    eachText((text) => (count += text.match(pattern)?.length ?? 0));
    return count;
  },
  ahocorasick: (phrases, built) => {
    const matcher = new AhoCorasick(phrases.map((phrase) => phrase.toLowerCase()));
    built();
    let count = 0;
    eachText((text) => (count += matcher.count(text.toLowerCase())));
    // As ours does, it keeps its index for what the page adds later.
    Object.assign(globalThis, { dalelBenchKept: matcher });
    return count;
  },
  markjs: (phrases) => {
    const mark = new Mark(document.body);
    mark.mark(phrases, { element: WRAPPER, separateWordSearch: false, accuracy: 'exactly', done: () => undefined });
    return wrapped();
  },
  replace: (phrases, built) => {
    const find = alternation(phrases);
    built();
    findAndReplaceDOMText(document.body, { find, wrap: WRAPPER });
    return wrapped();
  },
};

/** `url` gives the phrases as a JSON list. */
export async function seek(peer: string, url: string): Promise<Sought> {
  const run = PEERS[peer];
  if (run === undefined) throw new Error(`There is no peer ${peer}`);
  const text = await (await fetch(url)).text();
  await idle();
  const { value, long } = await withLongTasks(
    () =>
      new Promise<Omit<Sought, 'long'>>((resolve, reject) => {
        setTimeout(() => {
          try {
            const start = performance.now();
            let builtAt = start;
            const matches = run(JSON.parse(text) as string[], () => (builtAt = performance.now())); // The stage wrote it.
            resolve({ ms: performance.now() - start, buildMs: builtAt - start, matches });
          } catch (reason) {
            reject(reason instanceof Error ? reason : new Error(String(reason)));
          }
        }, 0);
      }),
  );
  return { ...value, long };
}
