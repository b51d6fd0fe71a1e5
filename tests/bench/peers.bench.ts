/**
 * First scan of a freshly loaded page for 100 to 100,000 phrases: ours, through the built annotator, beside others'
 * tools, in turns in one run. Index loading or building is part of it, since a first visit pays it.
 */
import { BROWSERS, type BrowserKind } from '../support/driven';
import type { Walked } from './in-page/measure';
import type { Sought } from './in-page/peers';
import type { Scanned } from './in-page/product';
import { builtPack, bundleInPage, writeHandOver, type StageFiles } from './stage/extension';
import { heapOf, type Heap } from './stage/heap';
import { benchPages, plantedPath, servePages, type BenchPage } from './stage/pages';
import { makePhrases, PLANTED, readPhrases } from './stage/phrases';
import { openStage, type Stage } from './stage/stage';
import { bytes, median, ms, times, whole } from './table/figures';
import type { Line } from './table/plot';
import { hand, rowsOf } from './table/section';
import { judge } from './table/targets';

const HEAD = [
  'phrases',
  'tool',
  'browser',
  'page',
  'first scan, ms',
  'to the walk',
  'of it building, ms',
  'first mark, ms',
  'ours is faster',
  'matches',
  'memory',
  'long tasks',
];
const ROUNDS = 5;
const LONG_ROUNDS = 2;
/** A tool that needed this long is not asked again, nor at ten times the phrases. */
const SLOW_MS = 1_500;
const TOO_SLOW_MS = 4_000;
/** With a hundred phrases on the ordinary page: a tool that needs this long there is not asked on the large one. */
const SLOW_AT_FIRST_MS = 500;
/** How many times faster than a tool ours must be, by the number of phrases. */
const LEAST: Readonly<Record<number, number>> = { 10_000: 5, 100_000: 50 };
/** Phrases from which on an index weighs enough to be told from the page around it. */
const MEMORY_FROM = 10_000;

const TOOLS = [
  ['ours', 'Dalel'],
  ['regexp', 'one RegExp alternation'],
  ['ahocorasick', 'modern-ahocorasick'],
  ['markjs', 'mark.js'],
  ['replace', 'findAndReplaceDOMText'],
] as const;
type Tool = (typeof TOOLS)[number][0];

interface Run {
  readonly ms: number;
  readonly buildMs: number | null;
  /** Ours alone: to its first marks. */
  readonly firstMs?: number;
  readonly matches: number;
  /** Ours alone: limits that ended it early. */
  readonly capped?: readonly string[];
  readonly long: Sought['long'];
}

async function runOnce(stage: Stage, tool: Tool, page: BenchPage, count: number): Promise<Run> {
  const path = plantedPath(page);
  if (tool !== 'ours') {
    return await stage.run<Sought>(path, ['peers.js'], 'seek', tool, stage.file(`phrases-${count}.json`));
  }
  const url = stage.file(`hand-over-${count}.json`);
  const {
    ms: took,
    firstMs,
    capped,
    long,
  } = await stage.run<Scanned>(path, ['in-page.js', 'annotator.js'], 'scan', url);
  // The page itself can count what is painted; Firefox does not let an isolated world.
  const matches = await stage.page.evaluate(() => [...CSS.highlights].reduce((sum, [, { size }]) => sum + size, 0));
  return { ms: took, buildMs: null, firstMs, matches, capped, long };
}

const longText = (long: Sought['long']): string =>
  long === null ? '–' : long.count === 0 ? 'none' : `${long.count}, longest ${ms(long.longestMs)} ms`;

function matchesText(runs: readonly Run[]): string {
  const found = [...new Set(runs.map((run) => run.matches))];
  const limits = [...new Set(runs.flatMap(({ capped = [] }) => capped))];
  const text = found.length === 1 && found[0] === PLANTED ? String(PLANTED) : `**${found.join(', ')}** of ${PLANTED}`;
  return limits.length === 0 ? text : `${text}, ended by its limit of ${limits.join(', ')}`;
}

const hasMemory = (stage: Stage, count: number): boolean => stage.kind === 'chromium' && count >= MEMORY_FROM;

async function heapAround(stage: Stage, tool: Tool, page: BenchPage, count: number): Promise<number> {
  try {
    await stage.run<Walked>(plantedPath(page), ['in-page.js'], 'walk');
    const before: Heap | null = await heapOf(stage.page);
    await runOnce(stage, tool, page, count);
    const after = await heapOf(stage.page);
    return (after?.bytes ?? NaN) - (before?.bytes ?? NaN);
  } catch (reason) {
    // The times stand without it.
    console.error(`  memory of ${tool} with ${whole(count)} phrases was not measured:`, reason);
    return NaN;
  }
}

async function filesFor(counts: readonly number[]): Promise<StageFiles> {
  const { languages } = await builtPack();
  const files: Record<string, string> = {
    'in-page.js': await bundleInPage('index'),
    'peers.js': await bundleInPage('peers-index'),
  };
  for (const count of counts) {
    const phrases = makePhrases(count);
    files[`phrases-${count}.json`] = JSON.stringify(phrases.map(({ text }) => text));
    files[`hand-over-${count}.json`] = writeHandOver(readPhrases(phrases, languages));
  }
  return files;
}

interface Plan {
  readonly page: BenchPage;
  readonly counts: readonly number[];
  readonly rounds: number;
}

/** Why a tool is not run any more, by browser, page and tool. */
const tooSlow = new Map<string, string>();

async function measureCount(
  stage: Stage,
  { page, rounds }: Plan,
  count: number,
): Promise<readonly (readonly string[])[]> {
  const runs = new Map<Tool, Run[]>(TOOLS.map(([tool]) => [tool, []]));
  const walks: number[] = [];
  const faults = new Map<Tool, string>();
  const key = (tool: Tool): string => `${stage.kind} ${page.name} ${tool}`;
  for (let round = 0; round < rounds; round++) {
    walks.push((await stage.run<Walked>(plantedPath(page), ['in-page.js'], 'walk')).ms);
    for (const [tool] of TOOLS) {
      const done = runs.get(tool) ?? [];
      if (tooSlow.has(key(tool)) || faults.has(tool) || (done[0]?.ms ?? 0) > SLOW_MS) continue;
      try {
        done.push(await runOnce(stage, tool, page, count));
      } catch (reason) {
        faults.set(tool, String(reason).slice(0, 80));
      }
    }
  }
  const walk = median(walks);
  const ours = median((runs.get('ours') ?? []).map((run) => run.ms));
  const rows: string[][] = [
    [whole(count), 'bare walk', stage.kind, page.name, ms(walk), '1 ×', '', '', '', '', '', ''],
  ];
  for (const [tool, name] of TOOLS) {
    const done = runs.get(tool) ?? [];
    const start = [whole(count), name, stage.kind, page.name];
    const slow = tooSlow.get(key(tool));
    if (slow !== undefined) {
      rows.push([...start, slow, '', '', '', '', '', '', '']);
      continue;
    }
    if (done.length === 0) {
      rows.push([...start, `failed: ${faults.get(tool) ?? 'no run'}`, '', '', '', '', '', '', '']);
      continue;
    }
    const took = median(done.map((run) => run.ms));
    note(stage.kind, page, name, count, took);
    const built = done.map((run) => run.buildMs).filter((one) => one !== null);
    const first = done.flatMap(({ firstMs = NaN }) => (Number.isNaN(firstMs) ? [] : [firstMs]));
    const memory = hasMemory(stage, count) ? await heapAround(stage, tool, page, count) : NaN;
    rows.push([
      ...start,
      ms(took),
      times(took, walk),
      built.length === 0 ? '' : ms(median(built)),
      first.length === 0 ? '' : ms(median(first)),
      tool === 'ours' ? '' : times(took, ours),
      matchesText(done),
      bytes(memory),
      longText(done.at(-1)?.long ?? null),
    ]);
    const least = LEAST[count];
    if (page === ordinary && least !== undefined && (tool === 'regexp' || tool === 'ahocorasick')) {
      judge(`peers-${count}`, least / (took / ours), 1, `${times(took, ours)} than ${name} in ${stage.kind}`);
    }
    if (tool !== 'ours' && took > TOO_SLOW_MS) tooSlow.set(key(tool), `not run: ${ms(took)} ms at ${whole(count)}`);
    if (page === ordinary && tool !== 'ours' && count === 100 && took > SLOW_AT_FIRST_MS) {
      tooSlow.set(`${stage.kind} ${large.name} ${tool}`, `not run: ${ms(took)} ms on ${page.name}`);
    }
  }
  return rows;
}

/** For the plots: by what they show, then by tool. */
const noted = new Map<string, Map<string, [number, number][]>>();
function note(kind: BrowserKind, page: BenchPage, name: string, count: number, took: number): void {
  const group = `${kind} ${page.name}`;
  const lines = noted.get(group) ?? new Map<string, [number, number][]>();
  lines.set(name, [...(lines.get(name) ?? []), [count, took]]);
  noted.set(group, lines);
}

const { ordinary, large } = benchPages();
const plans: readonly Plan[] = [
  { page: ordinary, counts: [100, 1_000, 10_000, 100_000], rounds: ROUNDS },
  { page: large, counts: [100, 100_000], rounds: LONG_ROUNDS },
];
const files = await filesFor([100, 1_000, 10_000, 100_000]);
const rows: (readonly string[])[] = [];
for (const kind of BROWSERS) {
  const stage = await openStage(kind, { pages: servePages([ordinary, large]), files });
  try {
    for (const plan of plans) {
      for (const count of plan.counts) {
        rows.push(
          ...(await rowsOf(`${kind}, ${plan.page.name}, ${whole(count)} phrases`, HEAD.length, () =>
            measureCount(stage, plan, count),
          )),
        );
      }
    }
  } finally {
    await stage.close();
  }
}
const plots = BROWSERS.flatMap((kind) => {
  const lines: Line[] = [...(noted.get(`${kind} ${ordinary.name}`) ?? [])].map(([name, points]) => ({ name, points }));
  const title = `First scan of ${ordinary.name} by number of phrases, ${kind}`;
  return lines.length === 0 ? [] : [{ name: `phrases-${kind}`, plot: { title, x: 'phrases', y: 'ms', lines } }];
});
hand('peers', {
  title: 'First scan, beside others',
  about: `From the phrases as text to the matches, on a freshly loaded page, every tool in the same isolated world and in turns; medians of ${ROUNDS} rounds (${LONG_ROUNDS} on ${large.name}; one where a run takes more than ${SLOW_MS / 1000} s). Dalel is its built annotator with a pack whose every phrase is one frame with one role, until all is marked and counted; mark.js and findAndReplaceDOMText wrap what they find; the others only count it. ${PLANTED} phrases are planted in the page. Each regular expression is made a new one, since engines keep compiled ones for a whole process; the tools' own code may stand compiled from an earlier run, ours as theirs. A tool that took more than ${TOO_SLOW_MS / 1000} s is not run with more phrases. Memory: what the heap of the page's process holds more afterwards, index kept, after a collection; Firefox does not tell it, nor long tasks.`,
  tables: [{ head: HEAD, rows }],
  plots,
});
