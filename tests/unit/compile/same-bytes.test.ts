/** The same sources give the same bytes: of the pack, and of the report, in whatever order the system lists the files. */
import type * as fs from 'node:fs';
import { writeFileSync } from 'node:fs';
import { beforeEach, expect, test, vi } from 'vitest';
import { compilePack, packToJson, type Compiled } from '../../../lib/compile/pack';
import { formatReport } from '../../../lib/compile/report';
import { compiledClaims } from '../../support/compiled-claims';
import { withSmallSound } from './sound';

const listing = vi.hoisted(() => ({ order: (names: readonly unknown[]): unknown[] => [...names], asked: 0 }));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const readdirSync = (...args: Parameters<typeof fs.readdirSync>): unknown => {
    listing.asked += 1;
    return listing.order(real.readdirSync(...args));
  };
  return { ...real, readdirSync };
});

const bytesOf = (folder: string): string => bytesOfAll(compilePack(folder));

const bytesOfAll = ({ pack, report }: Compiled): string =>
  `${pack === null ? '' : packToJson(pack)}\n${formatReport(report, null)}`;

beforeEach(() => {
  listing.order = (names) => [...names];
  listing.asked = 0;
});

const ORDERS: readonly (readonly [string, typeof listing.order])[] = [
  ['the same', (names) => [...names]],
  ['the opposite', (names) => names.toReversed()],
  ['the second half first', (names) => [...names.slice(names.length / 2), ...names.slice(0, names.length / 2)]],
];

/** Compiled before, in the order in which the system lists the files. */
const claims = bytesOfAll(compiledClaims());
/** The whole record takes a second or two to compile, more where other tests run beside it. */
const TIMEOUT_MS = 30_000;

test.each(ORDERS)(
  'the claims, listed in an order that is %s',
  (_name, order) => {
    listing.order = order;
    expect(bytesOf('lib/claims')).toBe(claims);
    expect(listing.asked).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);

test.each(ORDERS)('a folder with faults, listed in an order that is %s', (_name, order) => {
  withSmallSound((folder) => {
    // The message names the place of the other one, and which is the other depends on the order.
    writeFileSync(`${folder}/lexicon/concepts/a.yaml`, 'buy: { kind: action, forms: { en: [got] } }\n');
    writeFileSync(`${folder}/lexicon/concepts/z.yaml`, 'buy: { kind: action, forms: { en: [took] } }\n');
    const before = bytesOf(folder);
    expect(before).toContain('already');
    listing.order = order;
    expect(bytesOf(folder)).toBe(before);
  });
});
