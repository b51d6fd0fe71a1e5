/**
 * The plain lexicon: maps of strings, each form compared letter by letter. The one that ships answers from hashes and
 * is held to this one, mention for mention and in the same order.
 */
import type { Concept, Language } from '../../lib/engine/pack/schema';
import { fold } from '../../lib/engine/text/fold';
import type { Token } from '../../lib/engine/text/tokens';
import { withoutCovered } from '../../lib/engine/lexicon/covered';
import type { Lexicon, Mention } from '../../lib/engine/lexicon/lexicon';
import { parseForm, type Form } from '../../lib/engine/lexicon/forms';

interface Entry {
  readonly concept: Concept;
  readonly form: Form;
  readonly lang: string;
  readonly isPlainCase: boolean;
  readonly endings: ReadonlySet<string>;
  /** Concept, language, tag and case together, numbered as they come. */
  readonly sense: number;
}

/** Words seen on pages are looked up again and again; the cache is emptied when it grows past this. */
const CACHE_LIMIT = 20_000;

export function openPlainLexicon(concepts: readonly Concept[], languages: readonly Language[]): Lexicon {
  const closure = openClosure(concepts);
  const whole = new Map<string, Entry[]>();
  const stems = new Map<string, Entry[]>();
  const allEndings = new Set(languages.flatMap((l) => l.endings.map(fold)));
  const endingsOf = new Map(languages.map((l) => [l.id, new Set(l.endings.map(fold))]));
  let senses = 0;
  for (const concept of concepts) {
    const own = new Map<string, number>();
    for (const [lang, forms] of Object.entries(concept.forms)) {
      const isInflected = concept.kind === 'party' && forms.some((notation) => notation.endsWith('@to'));
      for (const notation of forms) {
        const form = parseForm(notation);
        if (typeof form === 'string') throw new Error(`Concept ${concept.id} has ${form}.`);
        const first = form.tokens[0];
        if (first === undefined) continue;
        const table = first.match === 'whole' ? whole : stems;
        const list = table.get(first.key) ?? [];
        const isPlainCase = isInflected && form.tag === null && form.tokens.at(-1)?.match === 'whole';
        const key = `${lang} ${form.tag} ${isPlainCase}`;
        const sense = own.get(key) ?? senses++;
        own.set(key, sense);
        list.push({
          concept,
          form,
          lang,
          isPlainCase,
          sense,
          endings: endingsOf.get(lang) ?? allEndings,
        });
        table.set(first.key, list);
      }
    }
  }
  const stemLengths = [...new Set([...stems.keys()].map((stem) => stem.length))].sort((a, b) => a - b);
  const cache = new Map<string, readonly Entry[]>();
  const countries = new Set(concepts.filter((c) => c.country === true).map((c) => c.id));

  const candidates = (key: string): readonly Entry[] => {
    const known = cache.get(key);
    if (known) return known;
    const found = [...(whole.get(key) ?? [])];
    for (const length of stemLengths) {
      if (length > key.length) break;
      for (const entry of stems.get(key.slice(0, length)) ?? []) {
        const first = entry.form.tokens[0];
        if (first && fits(key, first.key, first.match, entry.endings)) found.push(entry);
      }
    }
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(key, found);
    return found;
  };

  return {
    means: (concept) => closure.get(concept) ?? new Set([concept]),
    isCountry: (concept) => [...(closure.get(concept) ?? [concept])].some((id) => countries.has(id)),
    find(tokens, text) {
      const mentions: Mention[] = [];
      for (let from = 0; from < tokens.length; from++) {
        const token = tokens[from];
        if (token === undefined || token.kind === 'mark') continue;
        const hits = candidates(token.key).map((entry) => ({ entry, to: matchForm(entry, tokens, from, text) }));
        hits.sort((a, b) => rankOf(a.entry) - rankOf(b.entry) || a.entry.sense - b.entry.sense || a.to - b.to);
        for (const { entry, to } of hits) {
          if (to === 0) continue;
          const { concept, form, lang, isPlainCase } = entry;
          const means = closure.get(concept.id) ?? new Set([concept.id]);
          mentions.push({ concept, means, tag: form.tag, lang, isPlainCase, from, to });
        }
      }
      return withoutCovered(mentions);
    },
  };
}

/** Whole words come first, then the shorter stem. */
function rankOf({ form: { tokens } }: Entry): number {
  const [first] = tokens;
  return first === undefined || first.match === 'whole' ? 0 : first.key.length;
}

function matchForm(entry: Entry, tokens: readonly Token[], from: number, text: string): number {
  const { tokens: wanted } = entry.form;
  for (let i = 0; i < wanted.length; i++) {
    const want = wanted[i];
    const token = tokens[from + i];
    if (want === undefined || token === undefined || !fits(token.key, want.key, want.match, entry.endings)) return 0;
    if (want.exact !== null && text.slice(token.start, token.end) !== want.exact) return 0;
  }
  return from + wanted.length;
}

function fits(key: string, stem: string, match: 'whole' | 'inflected' | 'any', endings: ReadonlySet<string>): boolean {
  switch (match) {
    case 'whole':
      return key === stem;
    case 'any':
      return key.startsWith(stem);
    case 'inflected':
      return key.startsWith(stem) && endings.has(key.slice(stem.length));
  }
}

function openClosure(concepts: readonly Concept[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byId = new Map(concepts.map((c) => [c.id, c]));
  const closure = new Map<string, ReadonlySet<string>>();
  for (const concept of concepts) {
    const all = new Set<string>();
    const queue = [concept.id];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (all.has(id)) continue;
      all.add(id);
      queue.push(...(byId.get(id)?.is ?? []));
    }
    closure.set(concept.id, all);
  }
  return closure;
}
