/**
 * The build's door to the compiler: compiles the claims once, stops the build with every fault named, and gives the
 * things that the extension carries: `pack.json`, its index, and the sentinel's search.
 */
import { resolve } from 'node:path';
import { gateSources, shortestAnchors } from '../engine/gate/anchors';
import { buildIndex } from '../engine/index/build';
import { readingData } from '../engine/pack/reading';
import type { GateSources } from '../engine/gate/gate';
import { formatFault } from './fault';
import { compilePack, packToJson } from './pack';

export interface Bundled {
  /** What goes into the extension as `pack.json`. */
  readonly json: string;
  /** What goes in as `reading.js`: the bytes of `buildIndex` in base64. */
  readonly index: string;
  /** What the sentinel searches for. */
  readonly gate: GateSources;
}

/** `folder` is `lib/claims` unless DALEL_CLAIMS names another, as tests of the build do. */
export function bundlePack(folder = process.env['DALEL_CLAIMS'] ?? 'lib/claims'): Bundled {
  const { pack, report } = compilePack(resolve(folder));
  if (pack === null) {
    const faults = report.faults.map((fault) => `  ${folder}/${formatFault(fault)}`);
    throw new Error(
      `${folder} has ${faults.length} faults:\n${faults.join('\n')}\nDALEL_CLAIMS=<folder> builds with other claims.`,
    );
  }
  const anchors = shortestAnchors(pack.concepts);
  if (anchors.length === 0) throw new Error(`${folder}: no concept is an anchor, so no page would ever be read`);
  const index = Buffer.from(buildIndex(readingData(pack))).toString('base64');
  return { json: packToJson(pack), index, gate: gateSources(anchors) };
}
