/** What a pack's parts name of each other: every id once, and nothing that is not there. The first break is told. */
import type { Pack } from '../engine/pack/schema';
import type { PackFault } from './fault';

/** Roles hold concept ids, or numbers such as `#81`. */
const isNumber = (filler: string): boolean => filler.startsWith('#');

function findTwice(list: readonly { readonly id: string }[], field: string): PackFault | null {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id)) return { kind: 'twice', field, id };
    seen.add(id);
  }
  return null;
}

const idsOf = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));

function* namesOf(pack: Pack): Generator<readonly [field: string, id: string, known: ReadonlySet<string>]> {
  const [claims, speakers, sources, documents, concepts] = [
    pack.claims,
    pack.speakers,
    pack.sources,
    pack.documents,
    pack.concepts,
  ].map(idsOf) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
  ];
  for (const document of pack.documents) yield [`documents.${document.id}.source`, document.source, sources];
  for (const concept of pack.concepts)
    for (const id of concept.is ?? []) yield [`concepts.${concept.id}.is`, id, concepts];
  for (const claim of pack.claims) {
    const at = `claims.${claim.id}`;
    const own = idsOf(claim.statements);
    if (claim.supersededBy !== undefined) yield [`${at}.supersededBy`, claim.supersededBy, claims];
    for (const statement of claim.statements) {
      const here = `${at}.statements.${statement.id}`;
      yield [`${here}.speaker`, statement.speaker, speakers];
      if (statement.replaces !== undefined) yield [`${here}.replaces`, statement.replaces, own];
      for (const id of statement.documents) yield [`${here}.documents`, id, documents];
    }
    for (const row of claim.lineage ?? [])
      if (row.document !== undefined) yield [`${at}.lineage`, row.document, documents];
    for (const point of claim.contradictions ?? [])
      for (const version of point.versions)
        for (const id of version.documents) yield [`${at}.contradictions`, id, documents];
    for (const frame of claim.frames) {
      const fillers = [
        ...Object.values(frame.roles),
        ...Object.values(frame.optional ?? {}),
        frame.without ?? [],
        frame.beside ?? [],
      ].flat();
      for (const id of fillers) if (!isNumber(id)) yield [`${at}.frames.${frame.id}`, id, concepts];
    }
  }
}

/** Null where every reference holds. */
export function findBrokenReference(pack: Pack): PackFault | null {
  for (const field of ['languages', 'concepts', 'speakers', 'sources', 'documents', 'claims'] as const) {
    const twice = findTwice(pack[field], field);
    if (twice !== null) return twice;
  }
  for (const { id, statements } of pack.claims) {
    const twice = findTwice(statements, `claims.${id}.statements`);
    if (twice !== null) return twice;
  }
  for (const [field, id, known] of namesOf(pack)) if (!known.has(id)) return { kind: 'unknown', field, id };
  return null;
}
