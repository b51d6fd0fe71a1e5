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

/** One value a line, long texts unbroken, whatever the author's layout was. */
const format = (data: unknown): string => stringify(data, { lineWidth: 0 });

/** Of each file what it says, and that in one format. */
const parsed = files.map((file) => {
  const data: unknown = parse(readFileSync(join(CLAIMS, file), 'utf8'));
  return { file, data, formatted: format(data) };
});

const bytesOf = ({ pack, report }: Compiled): string => {
  expect(report.faults).toEqual([]);
  return pack === null ? '' : packToJson(pack);
};

test.each(parsed)('$file says the same in one format', ({ data, formatted }) => {
  const again: unknown = parse(formatted);
  expect(again).toEqual(data);
  expect(format(again)).toBe(formatted);
});

test('the folder in one format compiles to the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dalel-formatted-'));
  try {
    for (const { file, formatted } of parsed) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), formatted);
    }
    expect(bytesOf(compilePack(folder))).toBe(bytesOf(compiledClaims()));
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 30_000);
