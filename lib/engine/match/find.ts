/** Find: every frame that a sentence fills, as findings; of several for one claim the surest counts. */
import { driftOf } from '../figures/drift';
import type { Frame } from '../pack/schema';
import type { Lexicon } from '../lexicon/lexicon';
import { readStance } from '../stance/stance';
import type { ClaimId, Context, Evidence, Finding, RawOffset, ReadingData } from '../types';
import { fillFrame, numberRange } from './fill';
import type { Match } from './match';
import type { Sentence } from './sentence';

type ClaimFrames = ReadingData['claims'][number];

export interface Frames {
  /** The frames that a sentence naming these concepts might fill; misses none. */
  candidates(names: ReadonlySet<string>): Iterable<readonly [ClaimFrames, Frame]>;
}

/** Each frame is filed under the role that names the fewest concepts and cannot come from the context. */
export function openFrames(claims: readonly ClaimFrames[]): Frames {
  const byConcept = new Map<string, (readonly [ClaimFrames, Frame])[]>();
  const always: (readonly [ClaimFrames, Frame])[] = [];
  for (const claim of claims) {
    for (const frame of claim.frames) {
      const here = Object.entries(frame.roles).filter(([role]) => !frame.context?.some((r) => r === role));
      const key = here
        .map(([, fillers]) => fillers)
        .filter((fillers) => fillers.every((f) => numberRange(f) === null))
        .sort((a, b) => a.length - b.length)[0];
      if (!key) always.push([claim, frame]);
      for (const concept of key ?? []) byConcept.set(concept, [...(byConcept.get(concept) ?? []), [claim, frame]]);
    }
  }
  return {
    *candidates(names) {
      yield* always;
      const seen = new Set<Frame>();
      for (const name of names) {
        for (const row of byConcept.get(name) ?? []) {
          if (seen.has(row[1])) continue;
          seen.add(row[1]);
          yield row;
        }
      }
    },
  };
}

export function findInSentence(sentence: Sentence, context: Context, frames: Frames, lexicon: Lexicon): Finding[] {
  const best = new Map<ClaimId, Finding>();
  for (const [claim, frame] of frames.candidates(sentence.names)) {
    const match = fillFrame(frame, sentence, context, lexicon);
    if (!match) continue;
    const { stance, isNegated } = readStance(sentence, match);
    if (frame.negated === true && !isNegated) continue;
    const finding = toFinding(claim, match, sentence, stance);
    const other = best.get(claim.id);
    if (!other || finding.confidence > other.confidence) best.set(claim.id, finding);
  }
  return [...best.values()].sort((a, b) => a.start - b.start || a.claim.localeCompare(b.claim));
}

function toFinding(claim: ClaimFrames, match: Match, sentence: Sentence, stance: Finding['stance']): Finding {
  const [start, end] = rangeOf(sentence, match.from, match.to);
  const evidence: Evidence[] = [...match.filled, ...match.away]
    .map((f): Evidence => {
      const [from, to] = rangeOf(sentence, f.from, f.to);
      return { role: f.role, text: sentence.text.slice(from, to), start: from };
    })
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  for (const { role, concept } of match.fromContext) evidence.push({ role, text: concept, start: null });
  return {
    claim: claim.id,
    start,
    end,
    quote: sentence.text.slice(start, end),
    stance,
    confidence: confidenceOf(match),
    evidence,
    figures: driftOf(claim.quantity, match, sentence),
  };
}

/** The wording's own weight, less for what the words leave open, what came from elsewhere, and distance. */
function confidenceOf(match: Match): number {
  const open = [...match.filled, ...match.away].filter((f) => !f.isSettled).length;
  const length = match.to - match.from;
  const sure =
    (match.frame.weight ?? 0.9) *
    0.95 ** open *
    0.97 ** match.away.length *
    0.9 ** match.fromContext.length *
    (length > 16 ? 0.93 : 1);
  return Math.round(sure * 100) / 100;
}

function rangeOf(sentence: Sentence, from: number, to: number): readonly [RawOffset, RawOffset] {
  const first = sentence.tokens[from];
  const last = sentence.tokens[to - 1];
  if (first === undefined || last === undefined) throw new Error('A match lies outside its sentence.');
  return [first.start, last.end];
}
