/** What changed between two revisions, as a reader meets it. */
import { expect, test } from 'vitest';
import { diffPacks } from '../../../lib/packs/diff';
import type { Claim, Pack } from '../../../lib/engine/pack/schema';
import { soundPack } from '../compile/sound';

const AIRCRAFT = 'us-bought-81-aircraft';
const withClaims = (change: (claim: Claim) => Claim | null): Pack => ({
  ...soundPack(),
  claims: soundPack().claims.flatMap((claim) => change(claim) ?? []),
});
const kinds = (before: Pack, after: Pack) => diffPacks(before, after).map(({ kind, id }) => [kind, id]);

test('the same pack changed nothing', () => {
  expect(diffPacks(soundPack(), soundPack())).toEqual([]);
});

test('a claim that came is new, one that went is withdrawn', () => {
  const without = withClaims((claim) => (claim.id === AIRCRAFT ? null : claim));
  expect(kinds(without, soundPack())).toEqual([['new', AIRCRAFT]]);
  expect(kinds(soundPack(), without)).toEqual([['withdrawn', AIRCRAFT]]);
});

test('other statements change the status, which is said from which to which', () => {
  const reported = withClaims((claim) =>
    claim.id === AIRCRAFT
      ? { ...claim, statements: claim.statements.map((one) => ({ ...one, kind: 'report' as const })) }
      : claim,
  );
  expect(diffPacks(reported, soundPack())).toMatchObject([
    { kind: 'status', id: AIRCRAFT, before: 'reported', after: expect.not.stringMatching('reported') },
  ]);
});

test('another wording is an edit', () => {
  const reworded = withClaims((claim) =>
    claim.id === AIRCRAFT ? { ...claim, proposition: { en: 'In other words.' } } : claim,
  );
  expect(kinds(soundPack(), reworded)).toEqual([['edited', AIRCRAFT]]);
});
