/** What is wrong with an authored file, as an author can act on it: file, line, field, what was expected. */
export interface CompileFault {
  /** Relative to the folder of claims, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** As `statements[0].date`; empty where the file as a whole is meant. */
  readonly field: string;
  readonly message: string;
}

export type Path = readonly (string | number)[];

export function formatField(path: Path): string {
  return path.reduce<string>((field, key) => {
    if (typeof key === 'number') return `${field}[${key}]`;
    return field === '' ? key : `${field}.${key}`;
  }, '');
}

export function formatFault(fault: CompileFault): string {
  const place = `${fault.file}:${fault.line}`;
  return fault.field === '' ? `${place}: ${fault.message}` : `${place}: ${fault.field}: ${fault.message}`;
}

/** By file, then line, so that the same sources give the same list. */
export function sortFaults(faults: readonly CompileFault[]): readonly CompileFault[] {
  return faults.toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.field, b.field));
}

/** By code unit: the machine's language must not change the order of a pack. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
