/** The index that a page loads: its size, and from its bytes to a reader that can be asked. */
import { buildForms } from '../../lib/engine/lexicon/form-table';
import { readingData } from '../../lib/engine/pack/reading';
import type { ReadingData } from '../../lib/engine/types';
import { BROWSERS } from '../support/driven';
import type { Phases } from './in-page/phases';
import { builtPack, bundleInPage, writeHandOver } from './stage/extension';
import { heapOf } from './stage/heap';
import { benchPages, plantedPath, servePages } from './stage/pages';
import { makePhrases, readPhrases } from './stage/phrases';
import { openStage, type Stage } from './stage/stage';
import { bar, bytes, median, ms, whole } from './table/figures';
import { hand, rowsOf } from './table/section';

const ROUNDS = 5;
const COUNTS = [100, 1_000, 10_000, 100_000];
const HEAD = [
  'pack',
  'browser',
  'forms',
  'bytes',
  'form table, B a form',
  'parsing, ms',
  'opening, ms',
  'memory',
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

interface Pack {
  readonly name: string;
  readonly file: string;
  readonly forms: number;
  /** Bytes of the sections that forms are found by. */
  readonly table: number;
  readonly text: string;
}

function makePack(name: string, reading: ReadingData): Pack {
  return {
    name,
    file: `hand-over-${name.replaceAll(/\D/g, '') || 'bundled'}.json`,
    forms: formsOf(reading),
    table: tableOf(reading),
    text: writeHandOver(reading),
  };
}

async function packRow(
  stage: Stage,
  { name, file, forms, table, text }: Pack,
): Promise<readonly (readonly string[])[]> {
  const done: Phases[] = [];
  await stage.run(path, ['in-page.js'], 'walk');
  const before = await heapOf(stage.page);
  for (let i = 0; i < ROUNDS; i++) done.push(await stage.run<Phases>(path, ['in-page.js'], 'phases', stage.file(file)));
  const after = await heapOf(stage.page);
  const size = Buffer.byteLength(text);
  const open = median(done.map((run) => run.openMs));
  const parse = median(done.map((run) => run.parseMs));
  const most = name === 'bundled' ? 1 : 5;
  return [
    [
      name,
      stage.kind,
      whole(forms),
      bytes(size),
      (table / forms).toFixed(1),
      ms(parse),
      ms(open),
      before === null || after === null ? '–' : bytes(after.bytes - before.bytes),
      name === 'bundled' || forms >= 100_000 ? bar(parse + open, most, `ready in ≤ ${most} ms:`) : '',
    ],
  ];
}

const built = await builtPack();
const packs = [
  makePack('bundled', readingData(built)),
  ...COUNTS.map((count) => makePack(`${whole(count)} phrases`, readPhrases(makePhrases(count), built.languages))),
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
  about: `What a frame is handed, from its bytes to a reader that can be asked, on a freshly loaded small page; medians of ${ROUNDS}. The bytes are all of the hand-over in base64: claims, frames, the grammars of every language and the card's words included. Memory is that of the first page over a page with the bench's script alone, the bytes themselves included. Bars: ready in 1 ms as bundled and 5 ms at 100,000 forms, at most 12 bytes a form and 100 kB of heap.`,
  tables: [{ head: HEAD, rows }],
});
