/**
 * Lexicon: finds the concepts that a run of tokens names. One table over all packs and languages.
 * Words are compared by hash: a word that is no form is taken for one about once in thirty-five thousand long pages.
 */
import { ownerOf } from '../index/owner';
import { openStrings, writeSlots, writeStrings } from '../index/strings';
import { openValues, writeValues } from '../index/values';
import type { Concept, Language } from '../pack/schema';
import type { Token } from '../text/tokens';
import { openConcepts, recordOf, type Concepts, type NamedConcept } from './concepts';
import { withoutCovered } from './covered';
import type { Tag } from './forms';
import { buildForms, type FormKind, type FormSections } from './form-table';
import { openRuns } from './runs';

export interface Mention {
  readonly concept: NamedConcept;
  /** The concept and all it stands for. */
  readonly means: ReadonlySet<string>;
  readonly tag: Tag | null;
  /** The language of the form, or `any`. */
  readonly lang: string;
  /** The plain form of a name that this language inflects: it can only be a subject, or the object of a getting. */
  readonly isPlainCase: boolean;
  readonly from: number;
  readonly to: number;
}

export interface Lexicon {
  find(tokens: readonly Token[], text: string): Mention[];
  /** The concept and all it stands for; just itself where unknown. */
  means(concept: string): ReadonlySet<string>;
  /** Whether the concept is a country, or stands for one. */
  isCountry(concept: string): boolean;
}

export function openLexiconOf(
  sections: FormSections,
  readKinds: () => readonly FormKind[],
  concepts: Concepts,
): Lexicon {
  const { firstSenses } = sections;
  const runs = openRuns(sections, readKinds);

  return {
    means: concepts.means,
    isCountry: concepts.isCountry,
    find(tokens, text) {
      const mentions: Mention[] = [];
      for (let from = 0; from < tokens.length; from++) {
        const token = tokens[from];
        if (token === undefined || token.kind === 'mark') continue;
        for (const { sense, to } of runs.at(tokens, from, text)) {
          const concept = concepts.at(ownerOf(firstSenses, sense));
          const { tag = null, lang = '', isPlainCase = false } = runs.kindOf(sense) ?? {};
          mentions.push({ concept, means: concepts.means(concept.id), tag, lang, isPlainCase, from, to });
        }
      }
      return withoutCovered(mentions);
    },
  };
}

/** For whoever has no index: builds the table and opens it. Throws where a form cannot be read. */
export function openLexicon(concepts: readonly Concept[], languages: readonly Language[]): Lexicon {
  const { sections, kinds } = buildForms(concepts, languages);
  const writer = writeStrings(new Uint16Array());
  const written = writeValues(writer);
  const records = concepts.map((concept) => written.add(recordOf(concept)));
  const named = concepts.map(({ id }) => id);
  const names = Uint32Array.from(named, writer.add);
  const values = written.finish();
  const strings = openStrings({ ...writer.finish(), names, slots: writeSlots(named) });
  const opened = openConcepts({ concepts: Uint32Array.from(records) }, openValues(values, strings), strings);
  return openLexiconOf(sections, () => kinds, opened);
}
