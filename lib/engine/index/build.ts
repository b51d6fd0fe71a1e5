/**
 * Builds an index: what the engine needs of a pack as bytes that are used without parsing. The compiler calls it for
 * the bundled pack, the background for any other; the same data give the same bytes. Throws where a form cannot be read.
 */
import { writeAnchorWords } from '../gate/anchor-words';
import { anchorConcepts, areSearched, gateSources, shortestAnchors } from '../gate/anchors';
import { buildForms } from '../lexicon/form-table';
import { buildPhrases } from '../lexicon/phrase-table';
import { recordOf } from '../lexicon/concepts';
import { hashText } from '../lexicon/hash';
import { fileFrames, type Filing } from '../match/filing';
import { listsOf, writtenLanguage } from '../match/indexed-grammar';
import { speechOf } from '../text/language';
import type { ReadingData } from '../types';
import { ROOTS } from './roots';
import { writeSections, type Sections } from './sections';
import { alphabetOf, writeSlots, writeStrings } from './strings';
import { writeValues } from './values';

/** Tells data from other data: an index carries that of the data it was built from. */
export function stampOf(data: ReadingData): string {
  return stampOfText(JSON.stringify(data));
}

function stampOfText(text: string): string {
  const { a, b } = hashText(text);
  return `${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}`;
}

export function buildIndex(data: ReadingData): Uint8Array {
  const text = JSON.stringify(data);
  const anchors = shortestAnchors(data.concepts);
  const strings = writeStrings(alphabetOf(text));
  const values = writeValues(strings);
  const filing = fileFrames(data.claims);
  // Concepts first, in their order; then what frames ask for and no concept is, which nothing will ever name.
  const names = [
    ...new Set([...data.concepts.map(({ id }) => id), ...filing.byConcept.keys(), ...filing.needs.flat(2)]),
  ];
  const nameStarts = names.map((name) => strings.add(name));
  const forms = buildForms(data.concepts, data.languages);
  const concepts = data.concepts.map((concept) => values.add(recordOf(concept)));
  // Their endings stand in the form table, their words and phrases in a table of their own.
  const languages = data.languages.map((language) => values.add(writtenLanguage(language)));
  const phrases = buildPhrases(data.languages, data.languages.map(listsOf));
  const claims = data.claims.map((claim) => values.add(claim));
  const roots: Readonly<Record<(typeof ROOTS)[number], unknown>> = {
    kinds: forms.kinds,
    phraseKinds: phrases.kinds,
    phraseLists: phrases.names,
    speech: data.languages.map(speechOf),
    gate: areSearched(anchors) ? gateSources(anchors) : null,
    always: filing.always,
    stamp: stampOfText(text),
  };
  const rootStarts = ROOTS.map((name) => values.add(roots[name]));
  const filed = [0];
  const filedFrames: number[] = [];
  for (const name of names) {
    filedFrames.push(...(filing.byConcept.get(name) ?? []));
    filed.push(filedFrames.length);
  }
  const firstFrames = [0];
  for (const { frames } of data.claims) firstFrames.push((firstFrames.at(-1) ?? 0) + frames.length);
  return writeSections({
    ...forms.sections,
    ...phrases.sections,
    // These name their fields among the strings.
    ...values.finish(),
    ...strings.finish(),
    names: Uint32Array.from(nameStarts),
    slots: writeSlots(names),
    roots: Uint32Array.from(rootStarts),
    concepts: Uint32Array.from(concepts),
    anchors: writeAnchors(data.concepts),
    ...writeAnchorWords(areSearched(anchors) ? [] : data.concepts),
    languages: Uint32Array.from(languages),
    claims: Uint32Array.from(claims),
    firstFrames: Uint32Array.from(firstFrames),
    filed: Uint32Array.from(filed),
    filedFrames: Uint32Array.from(filedFrames),
    ...writeNeeds(filing.needs, new Map(names.map((name, number) => [name, number]))),
  });
}

/** A bit a concept: whether it opens the gate. */
function writeAnchors(concepts: ReadingData['concepts']): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(Math.ceil(concepts.length / 8));
  const anchors = new Set(anchorConcepts(concepts));
  concepts.forEach((concept, i) => {
    if (anchors.has(concept)) bits[i >> 3] = (bits[i >> 3] ?? 0) | (1 << (i & 7));
  });
  return bits;
}

/** Where each frame's needs begin, and the needs: for each list how many names it has, then their numbers. */
function writeNeeds(needs: Filing['needs'], numbers: ReadonlyMap<string, number>): Pick<Sections, 'needs' | 'needed'> {
  const starts = [0];
  const needed: number[] = [];
  for (const lists of needs) {
    for (const list of lists) needed.push(list.length, ...list.map((name) => numbers.get(name) ?? 0));
    starts.push(needed.length);
  }
  return { needs: Uint32Array.from(starts), needed: Uint32Array.from(needed) };
}
