/**
 * Every folder of tests/packs but `sound` is one fault: `change.yaml` names a file of the sound folder, the first words
 * in it that are replaced, what by, and the place and words of the compiler's message.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundlePack } from '../../../lib/compile/bundle';
import { formatFault } from '../../../lib/compile/fault';
import { compilePack } from '../../../lib/compile/pack';
import { withSmallSound } from './sound';

const PACKS = 'tests/packs';
const changeSchema = v.strictObject({
  file: v.string(),
  find: v.string(),
  puts: v.string(),
  place: v.string(),
  says: v.string(),
});

/** The faults of the sound folder after `change`. */
const faultsAfter = (change: (folder: string) => void) =>
  withSmallSound((folder) => {
    change(folder);
    return compilePack(folder);
  });

describe('a fault is told with file, line, field and what was expected', () => {
  const names = readdirSync(PACKS).filter((name) => name !== 'sound');
  test('there are faults to tell', () => expect(names.length).toBeGreaterThan(20));

  test.each(names)('%s', (name) => {
    const change = v.parse(changeSchema, parse(readFileSync(join(PACKS, name, 'change.yaml'), 'utf8')));
    const { pack, report } = faultsAfter((folder) => {
      const before = readFileSync(join(folder, change.file), 'utf8');
      expect(before).toContain(change.find);
      writeFileSync(
        join(folder, change.file),
        before.replace(change.find, () => change.puts),
      );
    });
    expect(pack).toBeNull();
    const [first = ''] = report.faults.map(formatFault);
    expect(first.slice(0, change.place.length)).toBe(change.place);
    expect(first).toContain(change.says);
  });
});

test('a missing file is told by its name', () => {
  const { report } = faultsAfter((folder) => rmSync(join(folder, 'speakers.yaml')));
  expect(report.faults.map(formatFault)).toEqual(['speakers.yaml:1: Missing: expected this file']);
});

test.each(['notes.yaml', 'lexicon/words.yaml', 'aircraft/more.yml', 'lexicon/languages/de.json'])(
  'a file in no known place is a fault: %s',
  (file) => {
    const { report } = faultsAfter((folder) => writeFileSync(join(folder, file), 'a: 1\n'));
    expect(report.faults.map((fault) => fault.file)).toEqual([file]);
  },
);

test('one id in two files names both places', () => {
  const more = '\nbuy:\n  kind: action\n  forms: { en: [acquired] }\n';
  const { report } = faultsAfter((folder) => writeFileSync(join(folder, 'lexicon/concepts/more.yaml'), more));
  const [fault] = report.faults.map(formatFault);
  expect(fault).toMatch(/^lexicon\/concepts\/words\.yaml:\d+: buy: .*more\.yaml:2 already$/u);
});

test('every fault of a folder is told, not the first alone', () => {
  const { report } = faultsAfter((folder) => {
    for (const file of ['aircraft/us-bought-81-aircraft.yaml', 'export-policy/export-ban.yaml']) {
      writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace('topic: ', 'topics: '));
    }
  });
  expect(new Set(report.faults.map((fault) => fault.file)).size).toBe(2);
  expect([report.accepted, report.rejected]).toEqual([0, 2]);
});

test('the build stops at a fault and names it', () => {
  withSmallSound((folder) => {
    writeFileSync(join(folder, 'pack.yaml'), 'id: no\n');
    expect(() => bundlePack(folder)).toThrow(/pack\.yaml:1: title: Missing/u);
  });
});
