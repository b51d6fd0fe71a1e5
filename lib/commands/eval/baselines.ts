/**
 * Two plain detectors to compare with, fixed since they were written. Keywords: a claim is there where Kazakhstan is
 * named and so is what its record's slots are about: the platform, a variant of it, or the count. Retrieval: a claim
 * is there where its own words are the nearest by BM25, above a threshold chosen on the project's own sentences, in
 * the baseline's favour. Both call a sentence with a word of denial a denial and any other an assertion.
 */
import MiniSearch from 'minisearch';
import { endingsOf } from '../../engine/lexicon/phrases';
import { openGrammar } from '../../engine/match/grammar';
import type { Claim, Pack, Stance } from '../../engine/pack/schema';
import { tokenize } from '../../engine/text/tokens';
import { figuresOf, measure, type Detector } from './measure';
import type { Row } from './rows';

type StanceOf = (row: Row) => Stance;

/** A word of denial or a negation anywhere makes a denial; of all languages where the row's is not known. */
function wordStance(pack: Pack): StanceOf {
  const grammars = new Map(pack.languages.map((language) => [language.id, openGrammar(language, endingsOf(language))]));
  return (row) => {
    const own = grammars.get(row.lang);
    const tokens = tokenize(row.text);
    const all = (own ? [own] : [...grammars.values()]).flatMap(({ cues, negation }) => [cues.deny, negation]);
    return all.some((phrases) => phrases.all(tokens, 0, tokens.length).length > 0) ? 'denies' : 'asserts';
  };
}

const KAZAKHSTAN = /kazak|kasach|kazajo|kazaj|казах|қазақ|qazaq/u;
/** Counts below this are in every text. */
const TELLING_COUNT = 20;

function keywordsOf({ slots }: Claim): readonly string[] {
  const { platform, quantity } = slots ?? {};
  const counts = [quantity?.count, quantity?.of].filter((n) => n !== undefined && n >= TELLING_COUNT);
  const name = typeof platform?.name === 'object' ? platform.name.en : platform?.name;
  const names = name === undefined ? [] : [name, ...(platform?.variants ?? [])];
  return [...names, ...counts.map(String)].map((word) => word.toLowerCase());
}

export function keywordBaseline(pack: Pack): Detector {
  const stanceOf = wordStance(pack);
  const keywords = pack.claims.map((claim) => [claim.id, keywordsOf(claim)] as const);
  return (row) => {
    const text = row.text.toLowerCase();
    if (!KAZAKHSTAN.test([...row.before, text].join('\n').toLowerCase())) return [];
    return keywords
      .filter(([, words]) => words.some((word) => text.includes(word)))
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
