/** The sources of a pack as the switches show them, with the number of statements that rest on each. */
import type { SourceRow } from '../messages/protocol';
import { isSourceOn, type PackIndex, type Switches } from './live';

/** By name. `on` is the source's own switch together with its kind's. */
export function listSources(index: PackIndex, switches: Switches): readonly SourceRow[] {
  const order = new Intl.Collator('en');
  return index.pack.sources
    .map((source) => ({
      id: source.id,
      name: source.name,
      kind: source.kind,
      country: source.country ?? null,
      statements: index.statementCounts.get(source.id) ?? 0,
      on: isSourceOn(source, switches),
    }))
    .toSorted((a, b) => order.compare(a.name, b.name));
}
