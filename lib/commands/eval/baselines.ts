/**
 * Two plain detectors to compare with, each as good as its idea allows. Keywords: a claim is there where one of its
 * things and one of its anchors are named. Retrieval: a claim is there where its own words are the nearest by
 * BM25, above a threshold chosen on the rows themselves, in the baseline's favour. Both call a sentence with a word
 * of denial a denial and any other an assertion.
 */
import MiniSearch from 'minisearch';
import { anchorConcepts } from '../../engine/gate/anchors';
import { openLexicon } from '../../engine/lexicon/lexicon';
import { openGrammar } from '../../engine/match/grammar';
import type { Pack, Stance } from '../../engine/pack/schema';
import { tokenize } from '../../engine/text/tokens';
import { figuresOf, measure, type Detector } from './measure';
import type { Row } from './rows';

type StanceOf = (row: Row) => Stance;

/** A word of denial or a negation anywhere makes a denial. */
function wordStance(pack: Pack): StanceOf {
  const grammars = new Map(pack.languages.map((language) => [language.id, openGrammar(language)]));
  return (row) => {
    const grammar = grammars.get(row.lang);
    const tokens = tokenize(row.text);
    const all = grammar ? [grammar.cues.deny, grammar.negation] : [];
    return all.some((phrases) => phrases.all(tokens, 0, tokens.length).length > 0) ? 'denies' : 'asserts';
  };
}

export function keywordBaseline(pack: Pack): Detector {
  const lexicon = openLexicon(pack.concepts, pack.languages);
  const stanceOf = wordStance(pack);
  const kinds = new Map(pack.concepts.map((concept) => [concept.id, concept.kind]));
  const anchors = new Set(anchorConcepts(pack.concepts).map((concept) => concept.id));
  const things = pack.claims.map((claim) => {
    const fillers = claim.frames.flatMap((frame) => Object.values(frame.roles).flat());
    return [claim.id, new Set(fillers.filter((id) => kinds.get(id) === 'object'))] as const;
  });
  return (row) => {
    const text = [...row.before, row.text].join('\n');
    const named = new Set(lexicon.find(tokenize(text), text).flatMap((mention) => [...mention.means]));
    const here = new Set(lexicon.find(tokenize(row.text), row.text).flatMap((mention) => [...mention.means]));
    if (![...named].some((id) => anchors.has(id))) return [];
    return things
      .filter(([, objects]) => [...objects].some((id) => here.has(id)))
      .map(([claim]) => ({ claim, stance: stanceOf(row), confidence: 1 }));
  };
}

export function retrievalBaseline(pack: Pack, rows: readonly Row[]): Detector {
  const index = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] });
  index.addAll(
    pack.claims.map((claim) => ({
      id: claim.id,
      text: [...Object.values(claim.proposition), ...claim.fixtures.positive.map((fixture) => fixture.text)].join(' '),
    })),
  );
  const stanceOf = wordStance(pack);
  const at =
    (threshold: number): Detector =>
    (row) => {
      const [best] = index.search(row.text, { prefix: true });
      if (!best || best.score / Math.sqrt(row.text.length) < threshold) return [];
      return [{ claim: String(best.id), stance: stanceOf(row), confidence: 1 }];
    };
  const thresholds = Array.from({ length: 40 }, (_, i) => i * 0.25);
  const scored = thresholds.map((threshold) => [threshold, figuresOf(measure(rows, at(threshold))).f1] as const);
  return at(scored.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0);
}
