/** Concepts of an index by number or id: their records, and all that each stands for. Read when first asked for. */
import type { Strings } from '../index/strings';
import type { Values } from '../index/values';
import type { Sections } from '../index/sections';
import type { Concept } from '../pack/schema';

/** A concept without its forms, which stand in the form table. */
export type NamedConcept = Omit<Concept, 'forms'>;

/** What an index holds of a concept: concepts that differ in name alone share it. */
export function recordOf({ id: _id, forms: _forms, ...record }: Concept): Omit<NamedConcept, 'id'> {
  return record;
}

export interface Concepts {
  at(number: number): NamedConcept;
  /** The concept and all it stands for; just itself where unknown. */
  means(id: string): ReadonlySet<string>;
  isCountry(id: string): boolean;
}

export function openConcepts({ concepts }: Pick<Sections, 'concepts'>, values: Values, strings: Strings): Concepts {
  const records = new Map<number, NamedConcept>();
  const closure = new Map<string, ReadonlySet<string>>();

  const at = (number: number): NamedConcept => {
    const known = records.get(number);
    if (known !== undefined) return known;
    // Written from a concept by `recordOf`, whose identifier is its name.
    const rest = values.at(concepts[number] ?? 0) as unknown as Omit<NamedConcept, 'id'>;
    const record = { id: strings.nameOf(number), ...rest };
    records.set(number, record);
    return record;
  };
  /** Concepts are the first names of an index, in their order. */
  const find = (id: string): NamedConcept | null => {
    const number = strings.numberOf(id);
    return number >= 0 && number < concepts.length ? at(number) : null;
  };
  const means = (id: string): ReadonlySet<string> => {
    const known = closure.get(id);
    if (known !== undefined) return known;
    const all = new Set<string>();
    const queue = [id];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (all.has(next)) continue;
      all.add(next);
      queue.push(...(find(next)?.is ?? []));
    }
    closure.set(id, all);
    return all;
  };
  return {
    at,
    means,
    isCountry: (id) => [...means(id)].some((one) => find(one)?.country === true),
  };
}
