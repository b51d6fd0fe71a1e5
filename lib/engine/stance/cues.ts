/** Cues of a sentence: words of denial, doubt, question and report, each counted once. */
import type { PhraseHit } from '../lexicon/phrases';
import type { Cue } from '../match/grammar';
import type { Sentence } from '../match/sentence';

export interface CueHit extends PhraseHit {
  readonly cue: Cue;
}

/** Every cue of the sentence; one inside a longer one is none ("likely false" is a doubt, not a denial), nor one in a thing's name ("fake targets"). */
export function cueHits(sentence: Sentence): CueHit[] {
  const { cues } = sentence.grammar;
  const hits = (['deny', 'doubt', 'ask', 'report'] as const).flatMap((cue) =>
    cues[cue].all(sentence.tokens, 0, sentence.tokens.length).map((hit) => ({ ...hit, cue })),
  );
  const things = sentence.mentions.filter((m) => m.concept.kind === 'object');
  return hits.filter((h) => !hits.some((o) => covers(o, h)) && !things.some((m) => covers(m, h)));
}

/** Whether `longer` holds `hit` and more. */
export function covers(longer: PhraseHit, hit: PhraseHit): boolean {
  return longer.from <= hit.from && longer.to >= hit.to && longer.to - longer.from > hit.to - hit.from;
}
