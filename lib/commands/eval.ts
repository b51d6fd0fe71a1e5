/**
 * `npm run eval`: the engine on the project's own labelled sentences, beside two plain baselines. Prints the tables
 * and writes them into tests/eval/README.md between its two marks, the dial's figures for the options page, and those of
 * the pack into its header. `-- --errors` lists what went wrong; `-- --scan keywords FILE...` (or `retrieval`) runs a baseline as a scanner instead.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { compilePack } from '../compile/pack';
import type { Pack } from '../engine/pack/schema';
import { scanWith } from './eval/baseline-scan';
import { keywordBaseline, retrievalBaseline } from './eval/baselines';
import { addRow, measure, newTally, type Detector, type Tally } from './eval/measure';
import { readRows, type Row } from './eval/rows';
import { CONFIDENCE } from '../settings/page-settings';
import { atLeast, dialFigures, engineDetector, packFigures, rememberGuesses, withPackFigures } from './eval/dial';
import { calibrationTable, tallyTable } from './eval/table';

const SENTENCES = 'tests/eval/sentences';
/** Written without sight of the rules, and never read while mending them: reported apart. */
const LAST = 'tests/eval/last';
const REPORT = 'tests/eval/README.md';
const [START, END] = ['<!-- figures -->', '<!-- end of figures -->'];
/** What the options page says beside each setting of the dial. */
const DIAL_FIGURES = 'lib/settings/dial-figures.json';
const PACK_HEADER = 'lib/claims/pack.yaml';

function tallyBy(rows: readonly Row[], key: (row: Row) => string, detect: Detector): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const row of rows) {
    const tally = tallies.get(key(row)) ?? newTally();
    tallies.set(key(row), tally);
    addRow(tally, row, detect(row));
  }
  return new Map([...tallies].toSorted(([a], [b]) => a.localeCompare(b)));
}

function listErrors(rows: readonly Row[], detect: Detector): void {
  for (const row of rows) {
    const guess = detect(row).find((g) => g.claim === row.claim);
    const place = `${row.lang} ${row.claim}`;
    if ('differs' in row) {
      if (guess) console.log(`marked (${row.differs}): ${place}: ${row.text}`);
    } else if (!guess) console.log(`missed (${row.stance}): ${place}: ${row.text}`);
    else if (guess.stance !== row.stance)
      console.log(`stance ${guess.stance}, is ${row.stance}: ${place}: ${row.text}`);
  }
}

function scanFiles(pack: Pack, rows: readonly Row[], name: string | undefined, files: readonly string[]): number {
  const baseline =
    name === 'keywords' ? keywordBaseline(pack) : name === 'retrieval' ? retrievalBaseline(pack, rows) : null;
  const english = pack.languages.find(({ id }) => id === 'en');
  if (!baseline || !english) {
    console.error(`There is no baseline "${name ?? ''}": say --scan keywords or --scan retrieval, then files.`);
    return 2;
  }
  scanWith(baseline, files, english);
  return 0;
}

function main(): number {
  const { pack, report } = compilePack('lib/claims');
  if (!pack) {
    console.error(`The claims do not compile: ${report.faults.length} faults. See npm run claims.`);
    return 1;
  }
  const rows = readRows(SENTENCES);
  const [option, name, ...files] = process.argv.slice(2);
  if (option === '--scan') return scanFiles(pack, rows, name, files);
  const engine = rememberGuesses(engineDetector(pack));
  const normal = atLeast(engine, CONFIDENCE.normal);
  const last = readRows(LAST);
  const detectors = (on: readonly Row[]): readonly (readonly [string, Detector])[] => [
    ...Object.entries(CONFIDENCE).map(([name, confidence]) => [`Dalel, ${name}`, atLeast(engine, confidence)] as const),
    ['keywords', keywordBaseline(pack)],
    ['retrieval (BM25)', retrievalBaseline(pack, on)],
  ];
  const tables = [
    tallyTable('detector', new Map(detectors(rows).map(([name, detect]) => [name, measure(rows, detect)]))),
    tallyTable('detector, last third', new Map(detectors(last).map(([name, detect]) => [name, measure(last, detect)]))),
    tallyTable(
      'language, last third',
      tallyBy(last, (row) => row.lang, normal),
    ),
    tallyTable(
      'language',
      tallyBy(rows, (row) => row.lang, normal),
    ),
    tallyTable(
      'claim',
      tallyBy(rows, (row) => row.claim, normal),
    ),
    calibrationTable(rows.map((row) => [row, engine(row)])),
  ].join('\n\n');
  console.log(tables);
  if (process.argv.includes('--errors')) listErrors(rows, normal);
  writeFileSync(DIAL_FIGURES, `${JSON.stringify(dialFigures(last, rows, engine), null, 2)}\n`);
  writeFileSync(PACK_HEADER, withPackFigures(readFileSync(PACK_HEADER, 'utf8'), packFigures(last, engine)));
  const page = readFileSync(REPORT, 'utf8');
  const before = page.slice(0, page.indexOf(START));
  const after = page.slice(page.indexOf(END));
  writeFileSync(REPORT, `${before}${START}\n\n${tables}\n\n${after}`);
  return 0;
}

process.exitCode = main();
