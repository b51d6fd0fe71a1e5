/**
 * Every authored file read, written anew in one format and read again says the same, and the whole folder so written
 * compiles to the same bytes: nothing hangs on how an author quoted, wrapped or indented, so a tool may write it back.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { compilePack, packToJson, type Compiled } from '../../lib/compile/pack';
import { compiledClaims } from '../support/compiled-claims';

const CLAIMS = 'lib/claims';
const files = readdirSync(CLAIMS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replaceAll('\\', '/'))
  .toSorted();

const read = (file: string): unknown => parse(readFileSync(join(CLAIMS, file), 'utf8'));

/** One value a line, long texts unbroken, whatever the author's layout was. */
const format = (data: unknown): string => stringify(data, { lineWidth: 0 });

const bytesOf = ({ pack, report }: Compiled): string => {
  expect(report.faults).toEqual([]);
  return pack === null ? '' : packToJson(pack);
};

test.each(files)('%s says the same in one format', (file) => {
  const data = read(file);
  const formatted = format(data);
  expect(parse(formatted)).toEqual(data);
  expect(format(parse(formatted))).toBe(formatted);
});

test('the folder in one format compiles to the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dalel-formatted-'));
  try {
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), format(read(file)));
    }
    expect(bytesOf(compilePack(folder))).toBe(bytesOf(compiledClaims()));
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 30_000);
