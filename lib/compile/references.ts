/** Holds the parts of a pack together: every id that one of them names must exist, once, and lead nowhere in a circle. */
import { anchorConcepts } from '../engine/gate/anchors';
import type { Claim, Concept, Language, SourceDocument, Source, Speaker } from '../engine/pack/schema';
import { faultAt, type Placed } from './check';
import type { CompileFault, Path } from './fault';

export interface Parts {
  readonly languages: readonly Placed<Language>[];
  readonly concepts: readonly Placed<Concept>[];
  readonly speakers: readonly Placed<Speaker>[];
  readonly sources: readonly Placed<Source>[];
  readonly documents: readonly Placed<SourceDocument>[];
  readonly claims: readonly Placed<Claim>[];
}

interface Named {
  readonly id: string;
}

/** The ids of a list, and a fault for each that stands twice. */
function collectIds(list: readonly Placed<Named>[], noun: string, faults: CompileFault[]): ReadonlySet<string> {
  const first = new Map<string, Placed<Named>>();
  for (const part of list) {
    const other = first.get(part.value.id);
    if (other === undefined) first.set(part.value.id, part);
    else {
      const place = `${other.source.file}:${other.source.lineOf(other.path)}`;
      faults.push(
        faultAt(
          part.source,
          part.path,
          `Expected an id of its own: the ${noun} ${part.value.id} is in ${place} already`,
        ),
      );
    }
  }
  return new Set(first.keys());
}

/** Follows `next` from every id; one that comes back to itself is a circle. */
export function findCircle(id: string, next: (id: string) => readonly string[]): boolean {
  const seen = new Set<string>();
  const open = [...next(id)];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === id) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...next(at));
  }
  return false;
}

interface Known {
  readonly concepts: ReadonlySet<string>;
  readonly anchors: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
}

type Say = (path: Path, message: string) => void;

function needs(ids: readonly string[], known: ReadonlySet<string>, noun: string, path: Path, say: Say): void {
  ids.forEach((id, index) => {
    if (!known.has(id)) say([...path, index], `Expected the id of a ${noun}: ${id} is not known`);
  });
}

function checkStatements(claim: Claim, known: Known, say: Say): void {
  const byId = new Map(claim.statements.map((statement) => [statement.id, statement]));
  const seen = new Set<string>();
  claim.statements.forEach((statement, index) => {
    const path = ['statements', index] as const;
    if (seen.has(statement.id))
      say([...path, 'id'], `Expected an id of its own within the claim: ${statement.id} stands twice`);
    seen.add(statement.id);
    if (!known.speakers.has(statement.speaker))
      say([...path, 'speaker'], `Expected the id of a speaker: ${statement.speaker} is not known`);
    needs(statement.documents, known.documents, 'document', [...path, 'documents'], say);
    if (statement.replaces === undefined) return;
    if (!byId.has(statement.replaces))
      say([...path, 'replaces'], `Expected the id of a statement of this claim: ${statement.replaces} is not known`);
    const replaced = (id: string): readonly string[] => {
      const before = byId.get(id)?.replaces;
      return before === undefined ? [] : [before];
    };
    if (findCircle(statement.id, replaced))
      say([...path, 'replaces'], 'Expected an earlier statement: these replace each other in a circle');
  });
}

function checkFrames(claim: Claim, known: Known, say: Say): void {
  const seen = new Set<string>();
  claim.frames.forEach((frame, index) => {
    const path = ['frames', index] as const;
    if (seen.has(frame.id))
      say([...path, 'id'], `Expected an id of its own within the claim: ${frame.id} stands twice`);
    seen.add(frame.id);
    const fillers = (list: readonly string[] | undefined, at: Path): void => {
      list?.forEach((filler, place) => {
        if (!filler.startsWith('#') && !known.concepts.has(filler))
          say([...at, place], `Expected the id of a concept: ${filler} is not known`);
      });
    };
    for (const [role, list] of Object.entries(frame.roles)) fillers(list, [...path, 'roles', role]);
    for (const [role, list] of Object.entries(frame.optional ?? {})) fillers(list, [...path, 'optional', role]);
    // The gate drops a text without an anchor, so a frame that could be filled without one would be missed there.
    const isAnchored = Object.values(frame.roles).some((list) => list.every((filler) => known.anchors.has(filler)));
    if (!isAnchored)
      say([...path, 'roles'], 'Expected a role that only anchors fill (concepts with anchor: true, or that are one)');
    fillers(frame.without, [...path, 'without']);
    fillers(frame.beside, [...path, 'beside']);
    const roles = new Set<string>(Object.keys(frame.roles));
    if (roles.size === 0) say([...path, 'roles'], 'Expected at least one role');
    frame.context?.forEach((role, place) => {
      if (!roles.has(role)) say([...path, 'context', place], `Expected a role of this frame: it has no ${role}`);
    });
    for (const role of Object.keys(frame.optional ?? {})) roles.add(role);
    frame.order?.forEach((role, place) => {
      if (!roles.has(role)) say([...path, 'order', place], `Expected a role of this frame: it has no ${role}`);
    });
  });
}

function checkClaim(part: Placed<Claim>, known: Known, faults: CompileFault[]): void {
  const claim = part.value;
  const say: Say = (path, message) => faults.push(faultAt(part.source, [...part.path, ...path], message));
  checkStatements(claim, known, say);
  checkFrames(claim, known, say);
  claim.lineage?.forEach((row, index) => {
    if (row.document !== undefined)
      needs([row.document], known.documents, 'document', ['lineage', index, 'document'], say);
  });
  claim.contradictions?.forEach((point, index) => {
    point.versions.forEach((version, place) => {
      needs(
        version.documents,
        known.documents,
        'document',
        ['contradictions', index, 'versions', place, 'documents'],
        say,
      );
    });
  });
  if (claim.supersededBy !== undefined && (claim.supersededBy === claim.id || !known.claims.has(claim.supersededBy))) {
    say(['supersededBy'], `Expected the id of another claim: ${claim.supersededBy} is not one`);
  }
}

export function checkReferences(parts: Parts): readonly CompileFault[] {
  const faults: CompileFault[] = [];
  const languages = collectIds(parts.languages, 'language', faults);
  const sources = collectIds(parts.sources, 'source', faults);
  const known: Known = {
    concepts: collectIds(parts.concepts, 'concept', faults),
    anchors: new Set(anchorConcepts(parts.concepts.map(({ value }) => value)).map((concept) => concept.id)),
    speakers: collectIds(parts.speakers, 'speaker', faults),
    documents: collectIds(parts.documents, 'document', faults),
    claims: collectIds(parts.claims, 'claim', faults),
  };
  for (const { value, source, path } of parts.documents) {
    if (!sources.has(value.source))
      faults.push(faultAt(source, [...path, 'source'], `Expected the id of a source: ${value.source} is not known`));
  }
  const above = new Map(parts.concepts.map(({ value }) => [value.id, value.is ?? []]));
  for (const { value, source, path } of parts.concepts) {
    const say: Say = (at, message) => faults.push(faultAt(source, [...path, ...at], message));
    needs(value.is ?? [], known.concepts, 'concept', ['is'], say);
    if (findCircle(value.id, (id) => above.get(id) ?? []))
      say(['is'], 'Expected no circle: this concept stands for itself');
    for (const lang of Object.keys(value.forms)) {
      if (lang !== 'any' && !languages.has(lang))
        say(['forms', lang], `Expected a language of the lexicon: ${lang} is not one`);
    }
  }
  const superseding = new Map(parts.claims.map(({ value }) => [value.id, value.supersededBy]));
  for (const part of parts.claims) {
    checkClaim(part, known, faults);
    const next = (id: string): readonly string[] => [superseding.get(id)].filter((found) => found !== undefined);
    if (part.value.supersededBy !== part.value.id && findCircle(part.value.id, next)) {
      faults.push(
        faultAt(part.source, ['supersededBy'], 'Expected a successor: these claims replace each other in a circle'),
      );
    }
  }
  return faults;
}
