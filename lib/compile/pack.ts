/**
 * The compiler: a folder of authored YAML to one checked pack and a report of what was found on the way.
 * Any fault and there is no pack; the same sources give the same bytes. Called by the build and by `npm run claims`.
 */
import { basename, dirname } from 'node:path';
import * as v from 'valibot';
import {
  authored,
  PACK_FORMAT,
  PACK_VERSION,
  packSchema,
  type Claim,
  type Language,
  type Pack,
} from '../engine/pack/schema';
import { checkAt, checkMapping, faultAt, type CheckResult, type Placed } from './check';
import { compareText, sortFaults, type CompileFault } from './fault';
import { readFolder } from './files';
import { checkFixtures } from './fixtures';
import { joinForms } from './forms';
import type { AuthoredFile } from './read';
import { checkReferences, type Parts } from './references';
import { writeReport, type CompileReport } from './report';

export interface Compiled {
  /** Null where the report holds a fault. */
  readonly pack: Pack | null;
  readonly report: CompileReport;
}

/** What an author writes of the header; the compiler counts the rest. */
const authoredHeader = v.omit(authored.header, ['counts', 'languages']);

function join<T>(results: readonly CheckResult<T>[]): CheckResult<T> {
  return { placed: results.flatMap((result) => result.placed), faults: results.flatMap((result) => result.faults) };
}

function checkClaimFile(source: AuthoredFile): CheckResult<Claim> {
  const result = checkAt(authored.claim, source.data, source, []);
  const faults = [...result.faults];
  for (const { value } of result.placed) {
    if (`${value.id}.yaml` !== basename(source.file))
      faults.push(faultAt(source, ['id'], `Expected the file's name: ${basename(source.file, '.yaml')}`));
    if (value.topic !== dirname(source.file))
      faults.push(faultAt(source, ['topic'], `Expected the folder's name: ${dirname(source.file)}`));
  }
  faults.push(...result.placed.flatMap(checkFixtures));
  return { placed: result.placed, faults };
}

function checkLanguageFile(source: AuthoredFile): CheckResult<Language> {
  const data = typeof source.data === 'object' && source.data !== null ? source.data : {};
  if ('id' in data)
    return { placed: [], faults: [faultAt(source, ['id'], "Unknown field: the file's name is the id")] };
  return checkAt(authored.language, { id: basename(source.file, '.yaml'), ...data }, source, []);
}

const sorted = <T extends { readonly id: string }>(list: readonly Placed<T>[]): T[] =>
  list.map((part) => part.value).toSorted((a, b) => compareText(a.id, b.id));

export function compilePack(folder: string): Compiled {
  const files = readFolder(folder);
  const mapping = <T>(schema: v.GenericSchema<unknown, T>, list: readonly (AuthoredFile | null)[]): CheckResult<T> =>
    join(list.filter((file) => file !== null).map((file) => checkMapping(schema, file)));
  const header =
    files.header === null ? { placed: [], faults: [] } : checkAt(authoredHeader, files.header.data, files.header, []);
  const languages = join(files.languages.map(checkLanguageFile));
  const defined = mapping(authored.concept, files.concepts);
  const withForms = joinForms(defined.placed, files.forms);
  const concepts = { placed: withForms.placed, faults: [...defined.faults, ...withForms.faults] };
  const speakers = mapping(authored.speaker, [files.speakers]);
  const sources = mapping(authored.source, [files.sources]);
  const documents = mapping(authored.document, [files.documents]);
  const claims = join(files.claims.map(checkClaimFile));
  const parts: Parts = {
    languages: languages.placed,
    concepts: concepts.placed,
    speakers: speakers.placed,
    sources: sources.placed,
    documents: documents.placed,
    claims: claims.placed,
  };
  const shapeFaults: readonly CompileFault[] = [
    files,
    header,
    languages,
    concepts,
    speakers,
    sources,
    documents,
    claims,
  ].flatMap((result) => result.faults);
  // A part that was refused would be missed by all that name it: references are checked once every shape holds.
  const hasBrokenPart = [files, languages, concepts, speakers, sources, documents].some(
    (result) => result.faults.length > 0,
  );
  const faults = sortFaults(hasBrokenPart ? shapeFaults : [...shapeFaults, ...checkReferences(parts)]);
  const report = writeReport(parts, files.claimFiles, faults);
  const head = header.placed[0]?.value;
  if (faults.length > 0 || head === undefined) return { pack: null, report };
  const pack: Pack = {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    header: {
      ...head,
      languages: sorted(parts.languages).map((language) => language.id),
      counts: {
        claims: parts.claims.length,
        statements: parts.claims.reduce((sum, { value }) => sum + value.statements.length, 0),
        sources: parts.sources.length,
        documents: parts.documents.length,
        speakers: parts.speakers.length,
      },
    },
    languages: sorted(parts.languages),
    concepts: sorted(parts.concepts),
    speakers: sorted(parts.speakers),
    sources: sorted(parts.sources),
    documents: sorted(parts.documents),
    claims: sorted(parts.claims),
  };
  // Parsing once more gives every object the schema's order of keys, whatever order its author chose.
  return { pack: v.parse(packSchema, pack), report };
}

/** The exchanged form: one line of JSON. */
export const packToJson = (pack: Pack): string => `${JSON.stringify(pack)}\n`;
