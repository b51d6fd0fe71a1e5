/** The index that a page loads: its size, and from its bytes to a reader that can be asked. */
import { buildIndex } from '../../lib/engine/index/build';
import { buildForms } from '../../lib/engine/lexicon/form-table';
import { readingData } from '../../lib/engine/pack/reading';
import type { ReadingData } from '../../lib/engine/types';
import { BROWSERS } from '../support/driven';
import type { Opened } from './in-page/phases';
import { builtPack, bundleInPage, writeHandOver } from './stage/extension';
import { heapOf } from './stage/heap';
import { benchPages, plantedPath, servePages } from './stage/pages';
import { makePhrases, readPhrases } from './stage/phrases';
import { openStage, type Stage } from './stage/stage';
import { bytes, median, ms, whole } from './table/figures';
import { hand, rowsOf } from './table/section';
import { barOf, judge } from './table/targets';

const ROUNDS = 7;
const FORMS = 100_000;
const MOST_BYTES = 12;
const MOST_HEAP = 100_000;
const HEAD = [
  'pack',
  'browser',
  'forms',
  'bytes',
  'bytes a form',
  'of them to find forms by',
  'decoding, ms',
  'opening, ms',
  'heap',
  'bar',
];
const page = benchPages().bySize[0] ?? benchPages().ordinary;
const path = plantedPath(page);

const formsOf = ({ concepts }: ReadingData): number =>
  concepts.reduce((sum, { forms }) => sum + Object.values(forms).flat().length, 0);

function tableOf({ concepts, languages }: ReadingData): number {
  const { sections } = buildForms(concepts, languages);
  return Object.values(sections).reduce((sum, section) => sum + section.byteLength, 0);
}

/** The same claims and concepts with as many more forms, spread over the concepts. */
function withForms(reading: ReadingData, count: number): ReadingData {
  const made = makePhrases(Math.max(0, count - formsOf(reading)));
  const concepts = reading.concepts.map((concept, at) => {
    const own = made.filter((_, i) => i % reading.concepts.length === at);
    const forms: Record<string, string[]> = { ...concept.forms };
    for (const { text, lang } of own) forms[lang] = [...(forms[lang] ?? []), text];
    return { ...concept, forms };
  });
  return { ...reading, concepts };
}

interface MadePack {
  readonly name: string;
  readonly file: string;
  readonly forms: number;
  readonly size: number;
  /** Bytes of the sections that forms are found by. */
  readonly table: number;
  /** Within which it must be ready, or null where no target speaks of such a pack. */
  readonly bar: { readonly target: string; readonly most: number } | null;
  readonly text: string;
}

function makePack(name: string, reading: ReadingData, bar: MadePack['bar'] = null): MadePack {
  return {
    name,
    file: `hand-over-${name.replaceAll(/\W/g, '-')}.json`,
    forms: formsOf(reading),
    size: buildIndex(reading).length,
    table: tableOf(reading),
    bar,
    text: writeHandOver(reading),
  };
}

async function packRow(stage: Stage, pack: MadePack): Promise<readonly (readonly string[])[]> {
  const { name, file, forms, size, table, bar } = pack;
  const done: Opened[] = [];
  const grown: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    await stage.run(path, ['in-page.js'], 'walk');
    const before = await heapOf(stage.page);
    done.push(await stage.again<Opened>('ready', stage.file(file)));
    const after = await heapOf(stage.page);
    if (before !== null && after !== null) grown.push(after.objects - before.objects);
  }
  const parse = median(done.map((run) => run.parseMs));
  const open = median(done.map((run) => run.openMs));
  const heap = median(grown);
  const where = `${name}, ${stage.kind}`;
  const bars: string[] = [];
  if (bar !== null) {
    const { target, most } = bar;
    bars.push(barOf(target, parse + open, most, `ready in ≤ ${most} ms:`, `${ms(parse + open)} ms in ${stage.kind}`));
    judge('index-bytes', size / forms, MOST_BYTES, `${(size / forms).toFixed(1)} (${name})`);
    if (grown.length > 0) bars.push(barOf('index-heap', heap, MOST_HEAP, '≤ 100 kB:', `${bytes(heap)} (${where})`));
  }
  return [
    [
      name,
      stage.kind,
      whole(forms),
      bytes(size),
      (size / forms).toFixed(1),
      (table / forms).toFixed(1),
      ms(parse),
      ms(open),
      grown.length === 0 ? '–' : bytes(heap),
      bars.join('; '),
    ],
  ];
}

const built = await builtPack();
const bundled = readingData(built);
const packs = [
  makePack('bundled', bundled, { target: 'index-ready-bundled', most: 1 }),
  makePack(`${whole(FORMS)} forms`, withForms(bundled, FORMS), { target: 'index-ready', most: 5 }),
  ...[100, 10_000, 100_000].map((count) =>
    makePack(`${whole(count)} phrases`, readPhrases(makePhrases(count), built.languages)),
  ),
];
const files = {
  'in-page.js': await bundleInPage('index'),
  ...Object.fromEntries(packs.map(({ file, text }) => [file, text])),
};
const rows: (readonly string[])[] = [];
for (const kind of BROWSERS) {
  const stage = await openStage(kind, { pages: servePages([page]), files });
  try {
    for (const pack of packs) {
      rows.push(...(await rowsOf(`${kind}, ${pack.name}`, HEAD.length, () => packRow(stage, pack))));
    }
  } finally {
    await stage.close();
  }
}
hand('index', {
  title: 'Index',
  about: `What a frame is handed, from its base64 to a reader that can be asked, on a freshly loaded small page; medians of ${ROUNDS}. The bytes are those of the whole index: forms, frames, names and the grammars of every language. The pack of ${whole(FORMS)} forms is the bundled one with made phrases among its forms; in the packs of phrases every phrase is a concept and a claim of its own, whose names and frames weigh more than the form. Decoding is from base64 to bytes; heap is what JavaScript objects take more once the reader is open, code that was compiled for it included (Firefox does not tell).`,
  tables: [{ head: HEAD, rows }],
});
