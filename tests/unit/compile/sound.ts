/**
 * The sound folder of tests/packs, made whole in a folder of its own: its claims are its own, the grammar of its three
 * languages is the project's, since that is no part of what these tests are about.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compilePack } from '../../../lib/compile/pack';
import type { Pack } from '../../../lib/engine/pack/schema';
import { ENGLISH } from '../../support/small-pack';

/** Those of its forms and sentences: each further one would cost every index that is built of it a tenth more. */
const LANGUAGES = ['en', 'kk', 'ru'];

/** Runs `work` on a folder that is gone afterwards; `grammar` says what a language's file in it holds. */
function withFolder<T>(grammar: (id: string) => string | Uint8Array, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'dalel-pack-'));
  try {
    cpSync('tests/packs/sound', folder, { recursive: true });
    const languages = join(folder, 'lexicon/languages');
    mkdirSync(languages);
    for (const id of LANGUAGES) writeFileSync(join(languages, `${id}.yaml`), grammar(id));
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs `work` on the sound folder. */
export const withSound = <T>(work: (folder: string) => T): T =>
  withFolder((id) => readFileSync(`lib/claims/lexicon/languages/${id}.yaml`), work);

const { id: _english, ...FEW_WORDS } = ENGLISH;

/** The same with a grammar of a few words for each language: a fifth of the time, where no sentence is read. */
export const withSmallSound = <T>(work: (folder: string) => T): T => withFolder(() => JSON.stringify(FEW_WORDS), work);

let compiled: Pack | null = null;

/** Compiled once, with some of its header's fields changed; the caller's own, to change further. */
export function soundPack(changes: Partial<Pack['header']> = {}): Pack {
  compiled ??= withSound(compilePack).pack;
  if (compiled === null) throw new Error('The sound pack has a fault');
  const pack = structuredClone(compiled);
  return { ...pack, header: { ...pack.header, ...changes } };
}
