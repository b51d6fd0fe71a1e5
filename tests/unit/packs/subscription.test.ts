/** The laws of a subscription, over any run of offers, undos, refusals and clocks. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pack } from '../../../lib/engine/pack/schema';
import {
  afterFailure,
  afterSuccess,
  afterTaking,
  BY_HAND_GAP_MS,
  judgeUpdate,
  MAX_BACKOFF_MS,
  MIN_GAP_MS,
  startTry,
  type Asker,
  type Subscription,
} from '../../../lib/packs/subscription';
import { otherPack } from '../../support/other-pack';

const KEYS = ['A', 'B', 'C'] as const;
const HOUR = 3_600_000;
/** A clock may be so much behind its last try before that counts as put back. */
const SLACK_MS = 300_000;

const packOf = (id: string, revision: number, key: string | undefined, claims: number): Pack => {
  const pack = otherPack(id, revision);
  const [claim] = pack.claims;
  if (claim === undefined) throw new Error('The pack has no claim');
  const { key: _none, ...header } = pack.header;
  return {
    ...pack,
    header: { ...header, ...(key === undefined ? {} : { key }) },
    claims: Array.from({ length: claims }, (_, n) => ({ ...claim, id: `claim-${n}` })),
  };
};

const FIRST: Subscription = {
  pack: 'lake-claims',
  address: 'https://lake.example/pack.json',
  key: 'A',
  seen: 1,
  etag: null,
  triedAt: 0,
  updatedAt: 0,
  failures: 0,
  nextAt: 0,
  notBefore: null,
  fault: null,
  retractions: null,
  offer: null,
};

type Step =
  | { readonly kind: 'undo' }
  | {
      readonly kind: 'offer';
      readonly id: string;
      readonly revision: number;
      readonly key: string | undefined;
      readonly signers: readonly string[];
      readonly claims: number;
      readonly asker: Asker;
    };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'undo' }) },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('offer' as const),
        id: fc.constantFrom('lake-claims', 'lake-claims', 'lake-claims', 'sea-claims'),
        revision: fc.integer({ min: 1, max: 12 }),
        key: fc.constantFrom(...KEYS, undefined),
        signers: fc.subarray([...KEYS]),
        claims: fc.integer({ min: 1, max: 6 }),
        asker: fc.constantFrom<Asker>('alarm', 'person'),
      }),
    },
  ),
  { maxLength: 40 },
);

test('no update lowers the revision or moves the key without its own signature; what is refused changes nothing', () => {
  let [taken, rotated] = [0, 0];
  fc.assert(
    fc.property(steps, (run) => {
      let row = FIRST;
      let held = packOf('lake-claims', 1, 'A', 4);
      let previous: Pack | null = null;
      for (const step of run) {
        if (step.kind === 'undo') {
          held = previous ?? held;
          previous = null;
          continue;
        }
        const { id, revision, key, signers, claims, asker } = step;
        const pack = packOf(id, revision, key, claims);
        const verdict = judgeUpdate(row, held, { pack, keys: signers }, asker);
        if (verdict.kind !== 'take') continue;
        const next = afterTaking(row, { pack, etag: null }, 0, 0.5);
        expect(id).toBe('lake-claims');
        expect(revision).toBeGreaterThan(held.header.revision);
        expect(revision).toBeGreaterThanOrEqual(row.seen);
        // By itself nothing that was undone comes back.
        if (asker === 'alarm') expect(revision).toBeGreaterThan(row.seen);
        expect(signers).toContain(row.key);
        expect(signers).toContain(next.key);
        expect(next.key).toBe(key);
        const kept = held.claims.filter((claim) => pack.claims.some((one) => one.id === claim.id)).length;
        expect(kept * 2).toBeGreaterThanOrEqual(held.claims.length);
        expect(next.seen).toBeGreaterThanOrEqual(row.seen);
        taken += 1;
        if (next.key !== row.key) rotated += 1;
        [previous, held, row] = [held, pack, next];
      }
    }),
    { numRuns: 2000 },
  );
  // The runs reach what they are about.
  expect(taken).toBeGreaterThan(100);
  expect(rotated).toBeGreaterThan(20);
});

test('whatever the clock does, tries keep their distance by their own clock, and none is put off for ever', () => {
  const moves = fc.array(
    fc.record({
      by: fc.oneof(
        fc.integer({ min: 0, max: 8 * HOUR }),
        fc.integer({ min: 0, max: 10 * 24 * HOUR }),
        fc.integer({ min: -400 * 24 * HOUR, max: 400 * 24 * HOUR }),
      ),
      asker: fc.constantFrom<Asker>('alarm', 'person'),
      wish: fc.constantFrom(0, 0, HOUR, 30 * 24 * HOUR),
      isWell: fc.boolean(),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 60 },
  );
  let tries = 0;
  fc.assert(
    fc.property(moves, (run) => {
      let row = FIRST;
      let now = 1_800_000_000_000;
      for (const { by, asker, wish, isWell, chance } of run) {
        now = Math.max(0, now + by);
        const before = row;
        const start = startTry(row, asker, now, chance);
        row = start.subscription;
        if (start.ok) {
          tries += 1;
          const since = now - (before.triedAt ?? -Infinity);
          if (asker === 'alarm') expect(since).toBeGreaterThanOrEqual(MIN_GAP_MS);
          if (asker === 'person' && since >= 0) expect(since).toBeGreaterThanOrEqual(BY_HAND_GAP_MS);
          row = isWell ? afterSuccess(row, now, chance) : afterFailure(row, { kind: 'unreachable' }, now, chance, wish);
          expect(row.nextAt).toBeGreaterThanOrEqual(now + MIN_GAP_MS);
          if (!isWell && row.notBefore !== null) expect(row.nextAt).toBeGreaterThanOrEqual(row.notBefore);
        } else expect(start.waitUntil).toBeGreaterThan(now);
        // By the alarm's rule it comes within the longest back-off, unless the clock is put back once more.
        if (asker === 'alarm') expect(row.nextAt - now).toBeLessThanOrEqual(MAX_BACKOFF_MS + SLACK_MS);
      }
    }),
    { numRuns: 2000 },
  );
  expect(tries).toBeGreaterThan(1000);
});
