/** The authored files of a folder of claims, found by their place and read; a file in no known place is a fault. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TOPICS } from '../engine/pack/schema';
import { compareText, type CompileFault } from './fault';
import { readAuthored, type AuthoredFile } from './read';

export interface AuthoredFolder {
  readonly header: AuthoredFile | null;
  readonly sources: AuthoredFile | null;
  readonly documents: AuthoredFile | null;
  readonly speakers: AuthoredFile | null;
  readonly languages: readonly AuthoredFile[];
  readonly concepts: readonly AuthoredFile[];
  /** A file a language: forms of concepts that other files define. */
  readonly forms: readonly AuthoredFile[];
  readonly claims: readonly AuthoredFile[];
  /** Claim files found, whether they could be read or not. */
  readonly claimFiles: number;
  readonly faults: readonly CompileFault[];
}

const SINGLE = ['pack.yaml', 'sources.yaml', 'documents.yaml', 'speakers.yaml'];

const LEXICON = ['languages', 'concepts', 'forms'];

/** What an author's system or editor may leave: no part of the data, and no fault. */
const isBeside = (name: string): boolean => name.startsWith('.') || name.endsWith('.md') || name.endsWith('~');

function listFolder(folder: string, under: string): readonly { readonly name: string; readonly isFolder: boolean }[] {
  const path = join(folder, under);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !isBeside(entry.name))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .toSorted((a, b) => compareText(a.name, b.name));
}

export function readFolder(folder: string): AuthoredFolder {
  const faults: CompileFault[] = [];
  const misplaced = (file: string): number =>
    faults.push({
      file,
      line: 1,
      field: '',
      message: 'Expected pack.yaml, sources.yaml, documents.yaml, speakers.yaml, lexicon/… or <topic>/<claim-id>.yaml',
    });
  const read = (file: string): AuthoredFile | null => {
    const result = readAuthored(folder, file);
    faults.push(...result.faults);
    return result.authored;
  };
  const readSingle = (file: string): AuthoredFile | null => {
    if (existsSync(join(folder, file))) return read(file);
    faults.push({ file, line: 1, field: '', message: 'Missing: expected this file' });
    return null;
  };
  const listYaml = (under: string): readonly string[] =>
    listFolder(folder, under).flatMap((entry) => {
      const file = `${under}/${entry.name}`;
      if (!entry.isFolder && entry.name.endsWith('.yaml')) return [file];
      misplaced(file);
      return [];
    });
  const readYaml = (under: string): readonly AuthoredFile[] =>
    listYaml(under)
      .map(read)
      .filter((file) => file !== null);

  const topics = new Set<string>(TOPICS);
  const claimFiles: string[] = [];
  for (const entry of listFolder(folder, '.')) {
    if (entry.isFolder && topics.has(entry.name)) claimFiles.push(...listYaml(entry.name));
    else if (entry.isFolder ? entry.name !== 'lexicon' : !SINGLE.includes(entry.name)) misplaced(entry.name);
  }
  for (const entry of listFolder(folder, 'lexicon')) {
    if (!entry.isFolder || !LEXICON.includes(entry.name)) misplaced(`lexicon/${entry.name}`);
  }
  return {
    header: readSingle('pack.yaml'),
    sources: readSingle('sources.yaml'),
    documents: readSingle('documents.yaml'),
    speakers: readSingle('speakers.yaml'),
    languages: readYaml('lexicon/languages'),
    concepts: readYaml('lexicon/concepts'),
    forms: readYaml('lexicon/forms'),
    claims: claimFiles.map(read).filter((file) => file !== null),
    claimFiles: claimFiles.length,
    faults,
  };
}
