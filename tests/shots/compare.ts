/** Keeps the pictures of each browser's major version, and compares a new one with the one that is kept. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const FAULTS = join(import.meta.dirname, '../../.dalel/shots-differ');

export interface Folder {
  readonly path: string;
  /** No picture of this version was kept before this run. */
  readonly isNew: boolean;
}

const known = new Map<string, Folder>();

/** `version` is a browser as it names itself, such as `Chrome/156.0.8078.79`. */
export function folderOf(version: string): Folder {
  const [, name = 'browser', major = '0'] = /^(?:Headless)?(\w+)\/(\d+)/u.exec(version) ?? [];
  const path = join(import.meta.dirname, `${name}-${major}`.toLowerCase());
  const before = known.get(path);
  if (before !== undefined) return before;
  const folder = { path, isNew: !existsSync(path) };
  known.set(path, folder);
  if (folder.isNew) process.stdout.write(`No pictures of ${name} ${major} are kept: they are written to ${path}\n`);
  return folder;
}

export interface Compared {
  /** Of the pixels, 0 to 1; 1 where the sizes differ. */
  readonly share: number;
  readonly words: string;
}

/** For a version without pictures it writes this one and finds no difference. */
export function comparePicture(folder: Folder, name: string, picture: Buffer): Compared {
  const file = join(folder.path, `${name}.png`);
  if (!existsSync(file)) {
    writeFileSync(file, picture);
    if (folder.isNew) return { share: 0, words: 'written' };
    return { share: 1, words: `${file} was missing and is written now: look at it and keep it` };
  }
  const kept = PNG.sync.read(readFileSync(file));
  const now = PNG.sync.read(picture);
  mkdirSync(FAULTS, { recursive: true });
  if (kept.width !== now.width || kept.height !== now.height) {
    writeFileSync(join(FAULTS, `${name}-now.png`), picture);
    return { share: 1, words: `${name}: ${now.width} × ${now.height}, kept is ${kept.width} × ${kept.height}` };
  }
  const differ = new PNG({ width: now.width, height: now.height });
  const pixels = pixelmatch(kept.data, now.data, differ.data, now.width, now.height, { threshold: 0.1 });
  const share = pixels / (now.width * now.height);
  if (share > 0) {
    writeFileSync(join(FAULTS, `${name}-now.png`), picture);
    writeFileSync(join(FAULTS, `${name}-differ.png`), PNG.sync.write(differ));
  }
  return { share, words: `${name}: ${(share * 100).toFixed(2)} % of the pixels differ; see ${FAULTS}` };
}
