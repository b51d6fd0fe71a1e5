/**
 * `npm run -s scan -- [options] FILE...`: findings of files on standard output, one JSON object a line; with `--ndjson`
 * documents in and results out, one a line, in the same order.
 * The claims are compiled first where they changed. Exit status: 0 done, 1 the claims do not compile,
 * 2 a file or document could not be read or the options make no sense.
 */
import { once } from 'node:events';
import { createReadStream, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePack, packToJson } from '../compile/pack';
import { formatFault } from '../compile/fault';
import type { Pack } from '../engine/pack/schema';
import { parseOptions, USAGE, type ScanOptions } from '../scan/options';
import { openScanner, readSource, type Row, type Scanner } from '../scan/scan';
import { scanStream } from '../scan/stream';
import { readPackFile } from './pack-file';
import { runCommand } from './setup.mjs';

const CLAIMS = 'lib/claims';
/** What the pack is made of: a change in any of these makes it anew. */
const SOURCES = [CLAIMS, 'lib/compile', 'lib/engine/pack'];
const CACHE = '.dalel/pack.json';

function newest(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { withFileTypes: true, recursive: true }).map(
      (entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs,
    ),
  );
}

/** The pack of the sources as they are now, or null where they do not compile (said on standard error). */
function currentPack(): Pack | null {
  const madeAt = statSync(CACHE, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  // The cache was written by this command, from a checked pack.
  if (madeAt > Math.max(...SOURCES.map(newest))) return JSON.parse(readFileSync(CACHE, 'utf8')) as Pack;
  const { pack, report } = compilePack(CLAIMS);
  for (const fault of report.faults) console.error(formatFault(fault));
  if (pack) {
    mkdirSync('.dalel', { recursive: true });
    writeFileSync(CACHE, packToJson(pack));
  }
  return pack;
}

function print(row: Row, format: 'ndjson' | 'text'): string {
  if (format === 'ndjson') return JSON.stringify(row);
  return `${row.file}:${row.start}: ${row.claim} (${row.stance}, ${row.status}, ${row.confidence}): ${row.quote}`;
}

/** Files one after another; one that cannot be read does not keep the others from being scanned. */
function scanFiles(scanner: Scanner, options: ScanOptions): number {
  let status = 0;
  for (const file of options.files) {
    let source: string;
    try {
      source = readSource(file);
    } catch (error) {
      console.error(`${file} could not be read: ${error instanceof Error ? error.message : String(error)}`);
      status = 2;
      continue;
    }
    const rows = scanner.scan(file, source, options);
    if (rows.length > 0) process.stdout.write(`${rows.map((row) => print(row, options.format)).join('\n')}\n`);
  }
  return status;
}

/** Waits where the reader of our output is slower than we are, so that nothing piles up. */
async function write(line: string): Promise<void> {
  if (!process.stdout.write(line)) await once(process.stdout, 'drain');
}

async function scanStreams(scanner: Scanner, options: ScanOptions): Promise<number> {
  let status = 0;
  for (const file of options.files) {
    const input: AsyncIterable<Uint8Array> = file === '-' ? process.stdin : createReadStream(file);
    try {
      if ((await scanStream(input, scanner, options, write)) > 0) status = 2;
    } catch (error) {
      console.error(`${file} could not be read: ${error instanceof Error ? error.message : String(error)}`);
      status = 2;
    }
  }
  return status;
}

await runCommand(async () => {
  const options = parseOptions(process.argv.slice(2));
  if (typeof options === 'string') {
    console.error(`${options}\n${USAGE}`);
    return 2;
  }
  const pack = options.pack === null ? currentPack() : await readPackFile(options.pack);
  if (!pack) return 1;
  const scanner = openScanner(pack);
  return options.ndjson ? scanStreams(scanner, options) : scanFiles(scanner, options);
});
