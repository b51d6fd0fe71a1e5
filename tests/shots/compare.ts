/**
 * Keeps the pictures of each browser's major version, and compares a new one with the one that is kept. How letters are
 * drawn is the machine's affair as well: one that draws them otherwise than those that are kept has pictures of its own.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Of two colours, 0 to 1, above which they differ; pixels that only smooth an edge are left out. */
const THRESHOLD = 0.05;
const LETTERS = 'letters.png';
/** What differs, by browser and version. */
const FAULTS = join(import.meta.dirname, '../../.dalel/shots-differ');

export interface Folder {
  readonly path: string;
  /** No picture of this version, as it draws here, was kept before this run. */
  readonly isNew: boolean;
}

const known = new Map<string, Folder>();

/** What there is to see in it, however it was packed. */
const seen = (picture: Buffer): string => createHash('sha256').update(PNG.sync.read(picture).data).digest('hex');

/**
 * `version` is a browser as it names itself, such as `Chrome/156.0.8078.79`; `letters` a picture of nothing but letters,
 * which two machines draw alike or not.
 */
export function folderOf(version: string, letters: Buffer, base = import.meta.dirname): Folder {
  const [, name = 'browser', major = '0'] = /^(?:Headless)?(\w+)\/(\d+)/u.exec(version) ?? [];
  const common = join(base, `${name}-${major}`.toLowerCase());
  const kept = join(common, LETTERS);
  const isAlike = !existsSync(common) || (existsSync(kept) && seen(readFileSync(kept)) === seen(letters));
  const path = isAlike ? common : `${common}-${seen(letters).slice(0, 8)}`;
  const before = known.get(path);
  if (before !== undefined) return before;
  const folder = { path, isNew: !existsSync(path) };
  known.set(path, folder);
  if (folder.isNew) {
    process.stdout.write(`No pictures of ${name} ${major} as it draws here are kept: they are written to ${path}\n`);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, LETTERS), letters);
  }
  return folder;
}

export interface Compared {
  readonly isSame: boolean;
  readonly words: string;
}

/**
 * Side of a square in pixels, and how many pixels of one may differ. A letter that changed differs by more, while what two
 * runs of one browser paint otherwise, such as the edge of a curve, is a few pixels apart from each other: so it does not
 * matter how large the rest of the picture is, which stayed as it was.
 */
const SQUARE = 24;
const MOST_IN_SQUARE = 8;

export interface Square {
  readonly x: number;
  readonly y: number;
  /** Of its pixels. */
  readonly differing: number;
}

/** The square with most pixels that differ, of pictures of one size. Null where none do. */
export function findWorstSquare(kept: PNG, now: PNG): Square | null {
  const { width, height } = kept;
  const mask = new PNG({ width, height });
  pixelmatch(kept.data, now.data, mask.data, width, height, { threshold: THRESHOLD, diffMask: true });
  const columns = Math.ceil(width / SQUARE);
  const counts = new Uint16Array(columns * Math.ceil(height / SQUARE));
  for (let i = 0; i < width * height; i++) {
    if (mask.data[i * 4 + 3] === 0) continue;
    const square = Math.floor(Math.floor(i / width) / SQUARE) * columns + Math.floor((i % width) / SQUARE);
    counts[square] = (counts[square] ?? 0) + 1;
  }
  const differing = counts.reduce((most, count) => Math.max(most, count), 0);
  if (differing === 0) return null;
  const at = counts.indexOf(differing);
  return { x: (at % columns) * SQUARE, y: Math.floor(at / columns) * SQUARE, differing };
}

/** For a version without pictures it writes this one and finds no difference. */
export function comparePicture(folder: Folder, name: string, picture: Buffer): Compared {
  const file = join(folder.path, `${name}.png`);
  if (!existsSync(file)) {
    writeFileSync(file, picture);
    if (folder.isNew) return { isSame: true, words: 'written' };
    return { isSame: false, words: `${file} was missing and is written now: look at it and keep it` };
  }
  const kept = PNG.sync.read(readFileSync(file));
  const now = PNG.sync.read(picture);
  const { width, height } = now;
  const faults = join(FAULTS, basename(folder.path));
  mkdirSync(faults, { recursive: true });
  const keepNow = () => writeFileSync(join(faults, `${name}-now.png`), picture);
  if (kept.width !== width || kept.height !== height) {
    keepNow();
    return {
      isSame: false,
      words: `${name}: ${width} × ${height}, kept is ${kept.width} × ${kept.height}; see ${faults}`,
    };
  }
  const worst = findWorstSquare(kept, now);
  if (worst === null) return { isSame: true, words: `${name}: as it was` };
  keepNow();
  const differ = new PNG({ width, height });
  pixelmatch(kept.data, now.data, differ.data, width, height, { threshold: THRESHOLD });
  writeFileSync(join(faults, `${name}-differ.png`), PNG.sync.write(differ));
  const { x, y, differing } = worst;
  return {
    isSame: differing <= MOST_IN_SQUARE,
    words: `${name}: ${differing} pixels of the square at ${x}, ${y} differ; see ${faults}`,
  };
}
