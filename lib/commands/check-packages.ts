/**
 * Whoever builds the sources gets the same archives: packed here, in a copy of the tree in another folder, and from
 * the source archive alone, all must be equal byte for byte.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { copyTree } from './copy-tree';
import { makePackages, type Sums } from './make-packages';
import type { Outcome } from './run-tool';

const OUT = '.output-packages';

export async function judgePackages(root: string): Promise<Outcome> {
  const away = mkdtempSync(join(tmpdir(), 'dalel-packages-'));
  try {
    const here = await makePackages(root, OUT);
    const copy = join(away, 'another', 'folder');
    copyTree(root, copy);
    const moved = differences('in another folder', here, await makePackages(copy, OUT));
    // What changes with the folder or the hour will not come out of the sources either.
    if (moved.length > 0) return { ok: false, output: moved.join('\n') };
    const sources = [...here.keys()].find((name) => name.includes('sources'));
    if (sources === undefined)
      return { ok: false, output: `No archive of the sources: ${[...here.keys()].join(', ')}` };
    const unpacked = join(away, 'sources');
    unpack(join(root, OUT, sources), unpacked);
    symlinkSync(join(root, 'node_modules'), join(unpacked, 'node_modules'), 'junction');
    const again = differences('from the source archive', here, await makePackages(unpacked, OUT));
    return { ok: again.length === 0, output: again.join('\n') };
  } finally {
    rmSync(away, { recursive: true, force: true });
    rmSync(join(root, OUT), { recursive: true, force: true });
  }
}

function differences(where: string, wanted: Sums, got: Sums): readonly string[] {
  const names = new Set([...wanted.keys(), ...got.keys()]);
  return [...names]
    .filter((name) => wanted.get(name) !== got.get(name))
    .map(
      (name) =>
        `${name} came out otherwise ${where}: ${got.get(name) ?? 'not at all'} and not ${wanted.get(name) ?? 'none'}`,
    );
}

function unpack(archive: string, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}
