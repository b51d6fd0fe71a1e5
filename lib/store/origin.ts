/** The longest line of tellers in a claim's record, from the origin on: who told it first, and who repeated whom. */
import type { Claim } from '../engine/pack/schema';

/** Empty where the record has no lineage. Of two lines of the same length, the one whose rows stand first. */
export function findOrigin(claim: Claim): readonly string[] {
  const rows = claim.lineage ?? [];
  const repeats = new Map(rows.map((row) => [row.teller, row.repeats ?? []]));
  const lineTo = (teller: string, after: readonly string[]): readonly string[] => {
    // Two who repeat each other have no origin among them: the line begins where it would come back.
    const before = (repeats.get(teller) ?? []).filter((name) => !after.includes(name));
    const lines = before.map((name) => lineTo(name, [...after, teller]));
    return [...longest(lines), teller];
  };
  return longest(rows.map((row) => lineTo(row.teller, [row.teller])));
}

const longest = (lines: readonly (readonly string[])[]): readonly string[] =>
  lines.reduce<readonly string[]>((best, line) => (line.length > best.length ? line : best), []);
