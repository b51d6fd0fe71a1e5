/**
 * The gate's anchors for the sentinel, from the authored concepts. The build calls it and lays the result in as a
 * constant, so that the script that runs in every page holds a few literals and no lexicon.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as v from 'valibot';
import { shortestAnchors } from '../engine/gate/anchors';

/** Only what anchors need; the compiler checks the whole. */
const concepts = v.record(
  v.string(),
  v.object({
    is: v.optional(v.array(v.string())),
    anchor: v.optional(v.boolean()),
    forms: v.record(v.string(), v.array(v.string())),
  }),
);

/** `dir` is the folder of the concept files. Throws where none of them holds an anchor. */
export function readAnchors(dir: string): readonly string[] {
  const files = readdirSync(dir).filter((name) => name.endsWith('.yaml')).toSorted();
  const all = files.flatMap((name) => {
    const parsed = v.safeParse(concepts, parse(readFileSync(join(dir, name), 'utf8')) ?? {});
    if (!parsed.success) throw new Error(`${join(dir, name)}: ${v.summarize(parsed.issues)}`);
    return Object.entries(parsed.output).map(([id, { is, anchor, forms }]) => ({
      id,
      forms,
      ...(is === undefined ? {} : { is }),
      ...(anchor === undefined ? {} : { anchor }),
    }));
  });
  const anchors = shortestAnchors(all);
  if (anchors.length === 0) throw new Error(`${dir}: no concept has "anchor: true", so no page would ever be read`);
  return anchors;
}
