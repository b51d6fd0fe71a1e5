/**
 * The sound folder of tests/packs, made whole in a folder of its own: its claims are its own, the grammar of its three
 * languages is the project's, since that is no part of what these tests are about.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compilePack } from '../../../lib/compile/pack';
import type { Pack } from '../../../lib/engine/pack/schema';

/** Those of its forms and sentences: each further one would cost every index that is built of it a tenth more. */
const LANGUAGES = ['en', 'kk', 'ru'];

/** Runs `work` on a folder that is gone afterwards. */
export function withSound<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'dalel-pack-'));
  try {
    cpSync('tests/packs/sound', folder, { recursive: true });
    const languages = join(folder, 'lexicon/languages');
    mkdirSync(languages);
    for (const id of LANGUAGES) cpSync(`lib/claims/lexicon/languages/${id}.yaml`, join(languages, `${id}.yaml`));
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let compiled: Pack | null = null;

/** Compiled once, with some of its header's fields changed; the caller's own, to change further. */
export function soundPack(changes: Partial<Pack['header']> = {}): Pack {
  compiled ??= withSound(compilePack).pack;
  if (compiled === null) throw new Error('The sound pack has a fault');
  const pack = structuredClone(compiled);
  return { ...pack, header: { ...pack.header, ...changes } };
}
