/**
 * The archives that the stores take, built from a tree: one for each browser and one of the sources, from which the
 * same three come out again. WXT writes no times into them, so equal files make equal archives.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './run-tool';

const BROWSERS = ['chrome', 'edge', 'firefox'] as const;

/** SHA-256 in hex by the archive's file name. */
export type Sums = ReadonlyMap<string, string>;

/**
 * Builds and packs all of them into `<root>/<out>`, which is emptied before. The sources go with Firefox, whose store
 * asks for them. Fails with what the build said.
 */
export async function makePackages(root: string, out: string): Promise<Sums> {
  const folder = join(root, out);
  rmSync(folder, { recursive: true, force: true });
  for (const browser of BROWSERS) {
    const { status, stdout, stderr } = await runTool(root, 'wxt', ['zip', '-b', browser], {
      DALEL_OUT: out,
      CI: 'true',
    });
    if (status !== 0) throw new Error(`Packing for ${browser} in ${root} failed:\n${stdout}${stderr}`);
  }
  const archives = readdirSync(folder)
    .filter((name) => name.endsWith('.zip'))
    .toSorted();
  return new Map(
    archives.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
