/** The sources of a pack as the switches show them, with the number of statements that rest on each. */
import type { Pack } from '../engine/pack/schema';
import type { SourceRow } from '../messages/protocol';
import { isSourceOn, type PackIndex, type Switches } from './live';

function countStatements(pack: Pack, index: PackIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { documents } of pack.claims.flatMap((claim) => claim.statements)) {
    const sources = new Set(documents.map((id) => index.documents.get(id)?.source));
    for (const source of sources) if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return counts;
}

/** By name. `on` is the source's own switch together with its kind's. */
export function listSources(index: PackIndex, switches: Switches): readonly SourceRow[] {
  const counts = countStatements(index.pack, index);
  const order = new Intl.Collator('en');
  return index.pack.sources
    .map((source) => ({
      id: source.id,
      name: source.name,
      kind: source.kind,
      country: source.country ?? null,
      statements: counts.get(source.id) ?? 0,
      on: isSourceOn(source, switches),
    }))
    .toSorted((a, b) => order.compare(a.name, b.name));
}
