import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFixtures } from '../../../lib/compile/fixture-readings';
import { compilePack } from '../../../lib/compile/pack';
import { formatReport } from '../../../lib/compile/report';
import { withSound } from './sound';

const CLAIM = 'us-bought-81-aircraft';

/** The readings of the sound folder after `change`, which gets the text of its first claim and a way to write it. */
function readAfter(change: (text: string, write: (name: string, text: string) => void) => void) {
  return withSound((folder) => {
    const pathOf = (name: string): string => join(folder, `aircraft/${name}.yaml`);
    change(readFileSync(pathOf(CLAIM), 'utf8'), (name, text) => writeFileSync(pathOf(name), text));
    const { pack, report } = compilePack(folder);
    if (pack === null) throw new Error(formatReport(report, null));
    const readings = readFixtures(pack);
    return { ...readings, printed: formatReport(report, readings) };
  });
}

test('claims that mark none of the same sentences do not overlap, and sound sentences read as they should', () => {
  const { overlapping, misread, printed } = readAfter(() => undefined);
  expect({ overlapping, misread }).toEqual({ overlapping: [], misread: [] });
  expect(printed).not.toMatch(/same sentence|otherwise/u);
});

test('two claims that mark the same sentences are named once, with the number of sentences', () => {
  const { overlapping, printed } = readAfter((text, write) => {
    write('a-second-telling', text.replace(`id: ${CLAIM}`, 'id: a-second-telling'));
  });
  // Each of the five sentences stands in both claims.
  expect(overlapping).toEqual([`a-second-telling + ${CLAIM}: 10 fixtures`]);
  expect(printed).toContain(`Claims that mark the same sentence: 1\n  a-second-telling + ${CLAIM}: 10 fixtures`);
});

test("a claim that marks another's near miss does not overlap with it there", () => {
  const { overlapping } = readAfter((text, write) => {
    write('grain', text.replace(`id: ${CLAIM}`, 'id: grain').replace('object: [aircraft]', 'object: [weapons]'));
  });
  expect(overlapping).toEqual([]);
});

test.each([
  [
    'a positive that no frame finds',
    'text: Washington bought 81 warplanes from Kazakhstan.',
    'text: Washington acquired some warplanes.',
    `${CLAIM}/positive[0] (en): expected asserts, found nothing`,
  ],
  [
    'a positive of another stance',
    'stance: asserts, text: США',
    'stance: denies, text: США',
    `${CLAIM}/positive[3] (ru): expected denies, found asserts`,
  ],
  [
    'a negative that is found',
    'text: Washington bought grain from Kazakhstan.',
    'text: Washington bought warplanes from Kazakhstan.',
    `${CLAIM}/negative[2] (en): expected nothing, found asserts`,
  ],
])('tells %s', (_what, find, puts, line) => {
  const { misread, printed } = readAfter((text, write) => {
    expect(text).toContain(find);
    write(CLAIM, text.replace(find, puts));
  });
  expect(misread).toEqual([line]);
  expect(printed).toContain(`Sentences that read otherwise than they should: 1\n  ${line}`);
});
