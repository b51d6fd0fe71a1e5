/** Every claim's own sentences: each positive is found with its stance, no hard negative is marked for its claim. */
import { describe, expect, test } from 'vitest';
import { readFixture } from '../../lib/compile/fixture-readings';
import { compiledClaims } from '../support/compiled-claims';
import { readingData } from '../../lib/engine/pack/reading';
import { openReader } from '../../lib/engine/read';

const { pack, report } = compiledClaims();
if (!pack) throw new Error(`The claims do not compile: ${JSON.stringify(report.faults)}`);
const reader = openReader(readingData(pack));

describe.each(pack.claims.map((claim) => [claim.id, claim] as const))('%s', (id, claim) => {
  test.each(claim.fixtures.positive.map((f) => [f.lang, f.stance, f.text, f] as const))(
    '%s %s: %s',
    (_lang, stance, _text, fixture) => {
      const own = readFixture(reader, fixture).filter((f) => f.claim === id);
      expect(own.map((f) => f.stance)).toContain(stance);
    },
  );

  test.each(claim.fixtures.negative.map((f) => [f.lang, f.differs, f.text, f] as const))(
    '%s not, by %s: %s',
    (_lang, _differs, _text, fixture) => {
      expect(
        readFixture(reader, fixture)
          .filter((f) => f.claim === id)
          .map((f) => f.quote),
      ).toEqual([]);
    },
  );
});
