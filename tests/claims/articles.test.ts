/**
 * Whole articles through the scanner. The demo articles always; the five articles that the project grew from where
 * they lie beside the checkout (`../shared/seeds`), which a clone elsewhere does not have: there the demo stands alone.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compiledClaims } from '../support/compiled-claims';
import { NORMAL_CONFIDENCE } from '../../lib/engine/read';
import { openScanner } from '../../lib/scan/scan';

const { pack } = compiledClaims();
if (!pack) throw new Error('The claims do not compile.');
const scanner = openScanner(pack);

function claimsIn(file: string, html: boolean): readonly string[] {
  const rows = scanner.scan(file, readFileSync(file, 'utf8'), { html, lang: null, minConfidence: NORMAL_CONFIDENCE });
  return rows.map((row) => row.claim);
}

describe('the demo articles', () => {
  test.each([
    ['purchase', ['us-bought-81-soviet-aircraft', 'auction-of-117-aircraft', 'ex-kazakh-aircraft-as-spares-or-decoys']],
    ['denial', ['us-bought-81-soviet-aircraft', 'auction-open-to-foreign-bidders', 'arms-export-moratorium-2022']],
    ['choice', ['su-30sm-chosen-over-rafale-on-price', 'rafale-purchase-2023', 'anka-production-in-kazakhstan']],
  ])('%s holds its claims', (name, expected) => {
    expect(claimsIn(`tests/pages/demo/${name}.html`, true)).toEqual(expect.arrayContaining(expected));
  });

  test("other countries' deals hold none", () => {
    expect(claimsIn('tests/pages/demo/elsewhere.html', true)).toEqual([]);
  });
});

const SEEDS = '../shared/seeds';
const OF_SEED: Readonly<Record<string, readonly string[]>> = {
  '000': ['rafale-purchase-2023', 'su-30sm-orders-and-fleet'],
  '001': [
    'us-bought-81-soviet-aircraft',
    '117-aircraft-sold-for-ukraine',
    'auction-of-117-aircraft',
    'auction-open-to-foreign-bidders',
    'ex-kazakh-aircraft-as-spares-or-decoys',
  ],
  '002': ['us-bought-81-soviet-aircraft', 'ex-kazakh-aircraft-as-spares-or-decoys'],
  '003': [
    'five-hundred-new-fighter-jets',
    'su-30sm-chosen-over-rafale-on-price',
    'su-30sm-orders-and-fleet',
    'rafale-purchase-2023',
    'anka-production-in-kazakhstan',
    'anka-drones-in-kazakh-service',
    'sunqar-and-evo-max-2024',
    'arlan-and-cobra-2-in-2024',
    'a400m-order-and-first-delivery',
    'a400m-delivered-by-eu-or-france',
    'anti-saboteur-boat-for-the-navy',
    '1500-units-repaired',
    'global-firepower-strongest-in-central-asia',
  ],
  '004': [
    'us-bought-81-soviet-aircraft',
    '117-aircraft-sold-for-ukraine',
    'auction-of-117-aircraft',
    'auction-open-to-foreign-bidders',
    'ex-kazakh-aircraft-as-spares-or-decoys',
    '81-aircraft-story-is-russian-disinformation',
    'arms-export-moratorium-2022',
  ],
};

describe.each([SEEDS].filter((folder) => existsSync(folder)))(
  'the articles that the project grew from, %s',
  (folder) => {
    test.each(readdirSync(folder))('%s holds all its claims', (file) => {
      const expected = OF_SEED[file.slice(0, 3)] ?? [];
      expect(claimsIn(`${folder}/${file}`, false)).toEqual(expect.arrayContaining([...expected]));
    });
  },
);
