/**
 * One authored YAML file: its data, and the line of every field in it. Plain YAML 1.2 only: an anchor, alias or tag
 * would let one file say more than its lines show, so each is a fault.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { CompileFault, Path } from './fault';

export interface AuthoredFile {
  /** Relative to the folder of claims, with forward slashes. */
  readonly file: string;
  readonly data: unknown;
  /** The line of the field at this path, or of the nearest one above it that exists. */
  readonly lineOf: (path: Path) => number;
}

export interface ReadResult {
  readonly authored: AuthoredFile | null;
  readonly faults: readonly CompileFault[];
}

/** Ends the walk down one path: the node for a key, and the place where its line is counted. */
function step(node: Node, key: string | number): { readonly at: number | undefined; readonly value: unknown } | null {
  if (isSeq(node) && typeof key === 'number') {
    const item: unknown = node.items[key];
    return isNode(item) ? { at: item.range?.[0], value: item } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  if (pair === undefined) return null;
  return { at: isNode(pair.key) ? pair.key.range?.[0] : undefined, value: pair.value };
}

function lineFinder(document: Document, lines: LineCounter): (path: Path) => number {
  return (path) => {
    let offset = document.contents?.range?.[0] ?? 0;
    let node: unknown = document.contents;
    for (const key of path) {
      const next = isNode(node) ? step(node, key) : null;
      if (next === null) break;
      offset = next.at ?? offset;
      node = next.value;
    }
    return Math.max(1, lines.linePos(offset).line);
  };
}

export function readAuthored(folder: string, file: string): ReadResult {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(folder, file), 'utf8'), {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const faults: CompileFault[] = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    field: '',
    message: `Expected YAML: ${error.message}`,
  }));
  visit(document, {
    Node(_key, node) {
      if (!isAlias(node) && node.anchor === undefined && node.tag === undefined) return;
      faults.push({
        file,
        line: lines.linePos(node.range?.[0] ?? 0).line,
        field: '',
        message: 'Expected plain values: anchors, aliases and tags are not used here',
      });
    },
  });
  if (faults.length > 0) return { authored: null, faults };
  return { authored: { file, data: document.toJS(), lineOf: lineFinder(document, lines) }, faults: [] };
}
