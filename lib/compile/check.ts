/** Checks authored data against a part of the pack's schema and turns every issue into a fault with file, line and field. */
import * as v from 'valibot';
import { formatField, type CompileFault, type Path } from './fault';
import type { AuthoredFile } from './read';

/** A checked part, with the way back to the lines that it came from. */
export interface Placed<T> {
  readonly value: T;
  readonly source: AuthoredFile;
  /** Where in its file the part begins. */
  readonly path: Path;
}

export interface CheckResult<T> {
  readonly placed: readonly Placed<T>[];
  readonly faults: readonly CompileFault[];
}

export function faultAt(source: AuthoredFile, path: Path, message: string): CompileFault {
  return { file: source.file, line: source.lineOf(path), field: formatField(path), message };
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

function sentence(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'Unknown field: expected none of this name';
  if (issue.received === 'undefined') return `Missing: expected ${issue.expected ?? 'a value'}`;
  if (issue.received === 'null') return `Empty: expected ${issue.expected ?? 'a value'}`;
  if (issue.type === 'min_length' && issue.received === '0') return 'Empty: expected at least one';
  return issue.message;
}

/** Checks one value that stands at `path` in its file. */
export function checkAt<T>(
  schema: v.GenericSchema<unknown, T>,
  data: unknown,
  source: AuthoredFile,
  path: Path,
): CheckResult<T> {
  const result = v.safeParse(schema, data);
  if (result.success) return { placed: [{ value: result.output, source, path }], faults: [] };
  const faults = result.issues.map((issue) => {
    const keys =
      issue.path?.map((item) => item.key).filter((key) => typeof key === 'string' || typeof key === 'number') ?? [];
    return faultAt(source, [...path, ...keys], sentence(issue));
  });
  return { placed: [], faults };
}

/** Checks a file that maps ids to fields, each entry on its own, so that one error does not hide the others. */
export function checkMapping<T>(schema: v.GenericSchema<unknown, T>, source: AuthoredFile): CheckResult<T> {
  // A file of comments alone is an empty mapping.
  const data = source.data ?? {};
  if (!isRecord(data)) return { placed: [], faults: [faultAt(source, [], 'Expected a mapping from ids to fields')] };
  const results = Object.entries(data).map(([id, fields]): CheckResult<T> => {
    if (!isRecord(fields)) return { placed: [], faults: [faultAt(source, [id], 'Expected a mapping of fields')] };
    if ('id' in fields)
      return { placed: [], faults: [faultAt(source, [id, 'id'], 'Unknown field: the key above is the id')] };
    return checkAt(schema, { id, ...fields }, source, [id]);
  });
  return { placed: results.flatMap((result) => result.placed), faults: results.flatMap((result) => result.faults) };
}
