/** A labelled sentence and whether it is read so: found with its stance, or not at all for its claim. */
import { readFixture } from '../../lib/compile/fixture-readings';
import type { Fixture } from '../../lib/engine/pack/schema';
import type { Reader } from '../../lib/engine/types';

export type Row = Pick<Fixture, 'lang' | 'text' | 'before' | 'stance'> & { readonly claim: string };

export interface Labelled {
  /** What `buildIndex` made of the pack, in base64. */
  readonly index: string;
  readonly rows: readonly Row[];
}

export function isReadAsLabelled(reader: Reader, row: Row): boolean {
  const stances = readFixture(reader, row).flatMap(({ claim, stance }) => (claim === row.claim ? [stance] : []));
  return row.stance === undefined ? stances.length === 0 : stances.includes(row.stance);
}
