/** Every claim's own sentences: each positive is found with its stance, no hard negative is marked for its claim. */
import { describe, expect, test } from 'vitest';
import { compilePack } from '../../lib/compile/pack';
import { readingData } from '../../lib/engine/pack/reading';
import type { Fixture } from '../../lib/engine/pack/schema';
import { EMPTY_CONTEXT, NORMAL_CONFIDENCE, openReader } from '../../lib/engine/read';
import type { Finding } from '../../lib/engine/types';

const { pack, report } = compilePack('lib/claims');
if (!pack) throw new Error(`The claims do not compile: ${JSON.stringify(report.faults)}`);
const reader = openReader(readingData(pack));

/** What stood before is read as blocks of its own, the first of them as the title. */
function read(fixture: Fixture): readonly Finding[] {
  let context = EMPTY_CONTEXT;
  fixture.before?.forEach((text, i) => {
    context = reader.read({ text, kind: i === 0 ? 'title' : 'text' }, context).context;
  });
  return reader
    .read({ text: fixture.text, kind: 'text' }, context)
    .findings.filter((f) => f.confidence >= NORMAL_CONFIDENCE);
}

describe.each(pack.claims.map((claim) => [claim.id, claim] as const))('%s', (id, claim) => {
  test.each(claim.fixtures.positive.map((f) => [f.lang, f.stance, f.text, f] as const))(
    '%s %s: %s',
    (_lang, stance, _text, fixture) => {
      const own = read(fixture).filter((f) => f.claim === id);
      expect(own.map((f) => f.stance)).toContain(stance);
    },
  );

  test.each(claim.fixtures.negative.map((f) => [f.lang, f.differs, f.text, f] as const))(
    '%s not, by %s: %s',
    (_lang, _differs, _text, fixture) => {
      expect(
        read(fixture)
          .filter((f) => f.claim === id)
          .map((f) => f.quote),
      ).toEqual([]);
    },
  );
});
