/**
 * Forms by language: `lexicon/forms/<language>.yaml` maps concept ids to forms of that language, so that a new
 * language is a file of its own. They are joined to the concepts, which may hold forms themselves.
 */
import { basename } from 'node:path';
import * as v from 'valibot';
import { parseForm } from '../engine/lexicon/forms';
import type { Concept } from '../engine/pack/schema';
import { checkAt, faultAt, type CheckResult, type Placed } from './check';
import type { CompileFault, Path } from './fault';
import type { AuthoredFile } from './read';

const schema = v.record(v.string(), v.pipe(v.array(v.string()), v.minLength(1)));

/** A form that the engine could not read is told where it stands. */
function checkNotation(forms: readonly string[], source: AuthoredFile, path: Path): readonly CompileFault[] {
  return forms.flatMap((notation, i) => {
    const form = parseForm(notation);
    return typeof form === 'string' ? [faultAt(source, [...path, i], `Expected a form, found ${form}`)] : [];
  });
}

/** The concepts with the forms of all files; a form file may name only concepts that are defined, each language once. */
export function joinForms(concepts: readonly Placed<Concept>[], files: readonly AuthoredFile[]): CheckResult<Concept> {
  const faults: CompileFault[] = concepts.flatMap(({ value, source, path }) =>
    Object.entries(value.forms).flatMap(([lang, forms]) => checkNotation(forms, source, [...path, 'forms', lang])),
  );
  const added = new Map<string, Concept['forms']>();
  const known = new Map(concepts.map(({ value }) => [value.id, value]));
  for (const file of files) {
    const lang = basename(file.file, '.yaml');
    const result = checkAt(schema, file.data, file, []);
    faults.push(...result.faults);
    for (const [id, forms] of Object.entries(result.placed[0]?.value ?? {})) {
      faults.push(...checkNotation(forms, file, [id]));
      const concept = known.get(id);
      if (concept === undefined) faults.push(faultAt(file, [id], 'Expected the id of a concept'));
      else if (lang in concept.forms)
        faults.push(faultAt(file, [id], `Expected no forms here: ${id} has its own for ${lang}`));
      else added.set(id, { ...added.get(id), [lang]: forms });
    }
  }
  const joined = concepts.map((part) => ({
    ...part,
    value: { ...part.value, forms: { ...part.value.forms, ...added.get(part.value.id) } },
  }));
  return { placed: joined, faults };
}
