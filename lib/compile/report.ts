/** What the compiler found: accepted and rejected claims, and what an editor may still want to fill in. */
import type { Claim, Words } from '../engine/pack/schema';
import { formatFault, type CompileFault } from './fault';
import type { FixtureReadings } from './fixture-readings';
import type { Parts } from './references';

export interface CompileReport {
  readonly accepted: number;
  readonly rejected: number;
  readonly faults: readonly CompileFault[];
  /** Claims whose statements rest on one publisher alone. */
  readonly withoutSecondSource: readonly string[];
  /** Documents that no reader can open. */
  readonly withoutAddress: readonly string[];
  /** As `claim/statement`. */
  readonly withoutDate: readonly string[];
  /** As `claim: ru 3, kk 5`: how many texts of the claim lack a language. */
  readonly withoutLanguage: readonly string[];
  readonly unused: {
    readonly sources: readonly string[];
    readonly documents: readonly string[];
    readonly speakers: readonly string[];
    readonly concepts: readonly string[];
  };
}

const INTERFACE_LANGUAGES = ['ru', 'kk'] as const;

const isWords = (value: object): value is Words => 'en' in value && typeof value.en === 'string';

/** Every text of a claim that may stand in several languages. */
function findWords(value: unknown): readonly Words[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isWords(value)) return [value];
  return Object.values(value).flatMap(findWords);
}

function missingLanguages(claim: Claim): string | null {
  const texts = findWords({ ...claim, history: [] });
  const missing = INTERFACE_LANGUAGES.flatMap((lang) => {
    const count = texts.filter((words) => words[lang] === undefined).length;
    return count === 0 ? [] : [`${lang} ${count}`];
  });
  return missing.length === 0 ? null : `${claim.id}: ${missing.join(', ')}`;
}

function claimDocuments(claim: Claim): readonly string[] {
  return [
    ...claim.statements.flatMap((statement) => statement.documents),
    ...(claim.lineage ?? []).flatMap((row) => (row.document === undefined ? [] : [row.document])),
    ...(claim.contradictions ?? []).flatMap((point) => point.versions.flatMap((version) => version.documents)),
  ];
}

function claimConcepts(claim: Claim): readonly string[] {
  return claim.frames.flatMap((frame) => [
    ...Object.values(frame.roles).flat(),
    ...Object.values(frame.optional ?? {}).flat(),
    ...(frame.without ?? []),
    ...(frame.beside ?? []),
  ]);
}

const unusedIds = (list: Parts[keyof Parts], used: ReadonlySet<string>): readonly string[] =>
  list.map(({ value }) => value.id).filter((id) => !used.has(id));

export function writeReport(parts: Parts, claimFiles: number, faults: readonly CompileFault[]): CompileReport {
  const claims = parts.claims.map(({ value }) => value);
  const sourceOf = new Map(parts.documents.map(({ value }) => [value.id, value.source]));
  const sourcesOf = (claim: Claim): ReadonlySet<string | undefined> =>
    new Set(claim.statements.flatMap((statement) => statement.documents.map((document) => sourceOf.get(document))));
  const faultyFiles = new Set(faults.map((fault) => fault.file));
  const accepted = parts.claims.filter(({ source }) => !faultyFiles.has(source.file)).length;
  const inFrames = new Set(claims.flatMap(claimConcepts));
  const inConcepts = parts.concepts.flatMap(({ value }) => value.is ?? []);
  return {
    accepted,
    rejected: claimFiles - accepted,
    faults,
    withoutSecondSource: claims.filter((claim) => sourcesOf(claim).size < 2).map((claim) => claim.id),
    withoutAddress: parts.documents.filter(({ value }) => value.url === undefined).map(({ value }) => value.id),
    withoutDate: claims.flatMap((claim) =>
      claim.statements
        .filter((statement) => statement.date === undefined)
        .map((statement) => `${claim.id}/${statement.id}`),
    ),
    withoutLanguage: claims.map(missingLanguages).filter((line) => line !== null),
    unused: {
      sources: unusedIds(parts.sources, new Set(sourceOf.values())),
      documents: unusedIds(parts.documents, new Set(claims.flatMap(claimDocuments))),
      speakers: unusedIds(
        parts.speakers,
        new Set(claims.flatMap((claim) => claim.statements.map((statement) => statement.speaker))),
      ),
      // A country that no claim names still rules frames out, so parties are never unused.
      concepts: parts.concepts
        .filter(({ value }) => value.kind !== 'party' && !inFrames.has(value.id) && !inConcepts.includes(value.id))
        .map(({ value }) => value.id),
    },
  };
}

/** The report as `npm run claims` prints it, with what the engine finds in the fixtures where there is a pack to read. */
export function formatReport(report: CompileReport, readings: FixtureReadings | null): string {
  const section = (title: string, list: readonly string[]): readonly string[] =>
    list.length === 0 ? [] : [`${title}: ${list.length}`, ...list.map((line) => `  ${line}`)];
  const count = `Claims accepted: ${report.accepted}, rejected: ${report.rejected}`;
  // Beside faults the rest would mislead: what only a rejected claim uses would stand here as unused.
  if (report.faults.length > 0) return [count, ...section('Faults', report.faults.map(formatFault))].join('\n');
  return [
    count,
    ...section('Sentences that read otherwise than they should', readings?.misread ?? []),
    ...section('Claims that mark the same sentence', readings?.overlapping ?? []),
    ...section('Claims without a second source', report.withoutSecondSource),
    ...section('Documents without an address', report.withoutAddress),
    ...section('Statements without a date', report.withoutDate),
    ...section('Claims with texts that lack a language', report.withoutLanguage),
    ...section('Sources that nothing uses', report.unused.sources),
    ...section('Documents that nothing uses', report.unused.documents),
    ...section('Speakers that nothing uses', report.unused.speakers),
    ...section('Concepts that no claim uses', report.unused.concepts),
  ].join('\n');
}
