/** What marks cost a page once they are there, beside wrapped nodes: painting, later edits, the pointer. */
import { BROWSERS } from '../support/driven';
import type { Marked, Where } from './in-page/marks';
import { bundleInPage } from './stage/extension';
import { benchPages, plainPath, servePages } from './stage/pages';
import { openStage, type Stage } from './stage/stage';
import { median, ms, times, whole } from './table/figures';
import { hand, rowsOf } from './table/section';
import { barOf, judge } from './table/targets';

const ROUNDS = 5;
const SCRIPTS = ['in-page.js'];
const PAINT_HEAD = [
  'painting',
  'browser',
  'ranges',
  'script, ms',
  'style and layout, ms',
  'mutation records',
  'wrapping costs',
  'bar',
];
const LATER_HEAD = ['later', 'browser', 'figure', 'to without', 'bar'];

const { ordinary, bySize } = benchPages();
/** A page with more than a thousand runs of five words. */
const rich = bySize.find(({ name }) => name === 'wikipedia-2') ?? bySize[2] ?? ordinary;
const path = plainPath(rich);

async function paintRows(stage: Stage, count: number, where: Where): Promise<readonly (readonly string[])[]> {
  const ours: Marked[] = [];
  const again: Marked[] = [];
  const wrap: Marked[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    ours.push(await stage.run<Marked>(path, SCRIPTS, 'paint', 'ours', count, where));
    again.push(await stage.again<Marked>('paint', 'again', count, where));
    wrap.push(await stage.run<Marked>(path, SCRIPTS, 'paint', 'wrap', count, where));
  }
  const of = (list: readonly Marked[], pick: (one: Marked) => number): number => median(list.map(pick));
  const row = (name: string, list: readonly Marked[], ratio: string, judged: string): readonly string[] => [
    where === 'anywhere' ? name : `${name}, in paragraphs`,
    stage.kind,
    whole(list[0]?.marks ?? 0),
    ms(of(list, (one) => one.scriptMs)),
    ms(of(list, (one) => one.layoutMs)),
    whole(of(list, (one) => one.records)),
    ratio,
    judged,
  ];
  const total = ({ scriptMs, layoutMs }: Marked): number => scriptMs + layoutMs;
  const script = of(ours, (one) => one.scriptMs);
  const records = of(ours, (one) => one.records);
  judge('marks-records', records + 1, 1, `${whole(records)} for ${whole(count)} ${where} in ${stage.kind}`);
  const cheaper = of(wrap, total) / of(ours, total);
  judge('marks-wrapping', 10 / cheaper, 1, `${times(cheaper, 1)} for ${whole(count)} ${where} in ${stage.kind}`);
  return [
    row(
      'Dalel',
      ours,
      times(of(wrap, total), of(ours, total)),
      count === 100 ? barOf('marks-script', script, 0.6, '≤ 0.6 ms script:', `${ms(script)} ms in ${stage.kind}`) : '',
    ),
    row('Dalel, painted anew', again, times(of(wrap, total), of(again, total)), ''),
    row('wrapped in mark', wrap, '', ''),
  ];
}

async function editRows(stage: Stage): Promise<readonly (readonly string[])[]> {
  const took = { none: [] as number[], ours: [] as number[], live: [] as number[] };
  for (let i = 0; i < ROUNDS; i++) {
    for (const how of ['none', 'ours', 'live'] as const) {
      took[how].push((await stage.run<{ ms: number }>(path, SCRIPTS, 'edit', how, 1_000)).ms);
    }
  }
  const without = median(took.none);
  const ours = median(took.ours);
  return [
    ['300 edits, no marks', stage.kind, `${ms(without)} ms`, '', ''],
    [
      '300 edits, 1,000 of our marks',
      stage.kind,
      `${ms(ours)} ms`,
      times(ours, without),
      barOf('marks-edits', ours, without * 1.1, '≤ 1.1 ×:', `${times(ours, without)} in ${stage.kind}`),
    ],
    ['300 edits, 1,000 live ranges', stage.kind, `${ms(median(took.live))} ms`, times(median(took.live), without), ''],
  ];
}

async function pointRows(stage: Stage): Promise<readonly (readonly string[])[]> {
  const moves: number[] = [];
  const own: number[] = [];
  let hits = 0;
  for (let i = 0; i < 3; i++) {
    const run = await stage.run<{ moves: number[]; own: number[]; hits: number }>(path, SCRIPTS, 'point', 1_000);
    moves.push(...run.moves);
    own.push(...run.own);
    hits += run.hits;
  }
  const worst = moves.toSorted((a, b) => a - b)[Math.floor(moves.length * 0.95)] ?? NaN;
  const figure = `${ms(median(moves))} ms, 19 of 20 within ${ms(worst)} ms`;
  const found = `${whole(hits)} of ${whole(moves.length)} moves on a mark`;
  return [
    [
      'pointer move, 1,000 marks',
      stage.kind,
      figure,
      found,
      barOf('marks-hit', median(moves), 0.2, '≤ 0.2 ms:', `${ms(median(moves))} ms in ${stage.kind}`),
    ],
    ["the browser's own elementFromPoint there", stage.kind, `${ms(median(own))} ms`, '', ''],
  ];
}

const painted: (readonly string[])[] = [];
const later: (readonly string[])[] = [];
for (const kind of BROWSERS) {
  const stage = await openStage(kind, {
    pages: servePages([rich]),
    files: { 'in-page.js': await bundleInPage('index') },
  });
  try {
    for (const count of [100, 1_000]) {
      painted.push(
        ...(await rowsOf(`${kind}, ${count} marks`, PAINT_HEAD.length, () => paintRows(stage, count, 'anywhere'))),
      );
    }
    painted.push(
      ...(await rowsOf(`${kind}, paragraphs`, PAINT_HEAD.length, () => paintRows(stage, 100, 'paragraphs'))),
    );
    later.push(...(await rowsOf(`${kind}, edits`, LATER_HEAD.length, () => editRows(stage))));
    later.push(...(await rowsOf(`${kind}, pointer`, LATER_HEAD.length, () => pointRows(stage))));
  } finally {
    await stage.close();
  }
}
hand('marks', {
  title: 'Marks',
  about: `On ${rich.name}, ranges of five words spread over all elements of the page, and over its paragraphs alone, where articles have theirs; medians of ${ROUNDS} fresh loads each, in turns. Style and layout are forced right after the script; painted anew is the same once the style sheet is adopted. An edit adds a text node to a paragraph, changes and removes it. Bar beside wrapping: at least ten times cheaper, script and layout together.`,
  tables: [
    { head: PAINT_HEAD, rows: painted },
    { head: LATER_HEAD, rows: later },
  ],
});
