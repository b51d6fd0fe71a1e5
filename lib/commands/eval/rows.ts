/**
 * Labelled sentences of the project's own, `tests/eval/sentences/<language>.yaml`: a mention of a claim with its
 * stance, or a hard negative that differs from one in one thing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { STANCES } from '../../engine/pack/schema';

const text = v.pipe(v.string(), v.minLength(1));
const rowSchema = v.union([
  v.strictObject({ claim: text, text, before: v.optional(v.array(text), []), stance: v.picklist(STANCES) }),
  v.strictObject({
    claim: text,
    text,
    before: v.optional(v.array(text), []),
    differs: v.picklist(['country', 'direction', 'object', 'figure', 'time']),
  }),
]);

export type Row = v.InferOutput<typeof rowSchema> & { readonly lang: string };

/** All rows, by language. Throws with the file and the row's place where one is not as it should be. */
export function readRows(folder: string): readonly Row[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .flatMap((name) => {
      const rows: unknown = parse(readFileSync(join(folder, name), 'utf8'));
      const checked = v.safeParse(v.array(rowSchema), rows);
      if (!checked.success) {
        const issue = checked.issues[0];
        throw new Error(`${join(folder, name)}: row ${v.getDotPath(issue) ?? '?'}: ${issue.message}`);
      }
      return checked.output.map((row) => ({ ...row, lang: basename(name, '.yaml') }));
    });
}
