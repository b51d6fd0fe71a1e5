/** Find: every frame that a sentence fills, as findings; of several for one claim the surest counts. */
import { driftOf, isOutOfProportion } from '../figures/drift';
import type { Index } from '../index/open';
import { ownerOf } from '../index/owner';
import type { Frame, RoleName } from '../pack/schema';
import type { Lexicon } from '../lexicon/lexicon';
import { readStance } from '../stance/stance';
import type { Steps } from '../steps';
import type { ClaimId, Context, Evidence, Finding, RawOffset, ReadingData } from '../types';
import { echoIn } from './echo';
import { fillFrame } from './fill';
import { gapBetween, type Match } from './match';
import type { Sentence } from './sentence';

type ClaimFrames = ReadingData['claims'][number];

export interface Frames {
  /** The frames that a sentence naming these concepts might fill; misses none. */
  candidates(names: ReadonlySet<string>): Iterable<readonly [ClaimFrames, Frame]>;
  /** The frames of a claim as a sentence after its mention may take them up, with what was named there left out. */
  claimOf(claim: ClaimId): ClaimFrames | null;
  following(claim: ClaimId): readonly (readonly [ClaimFrames, Frame])[];
}

/** Frames as `fileFrames` filed them; each claim's are read when one of them is first tried. */
export function openFrames({ sections, strings, always, claim, claimOf, isAnchor }: Index): Frames {
  const { filed, filedFrames, firstFrames, needs, needed } = sections;
  const after = new Map<ClaimId, readonly (readonly [ClaimFrames, Frame])[]>();
  const frameAt = (number: number): readonly [ClaimFrames, Frame] => {
    const place = ownerOf(firstFrames, number);
    const owner = claim(place);
    const frame = owner.frames[number - (firstFrames[place] ?? 0)];
    if (frame === undefined) throw new Error(`The index names a frame ${number} that no claim has. Build it anew.`);
    return [owner, frame];
  };
  /** Whether each role that neither a number nor the context can fill has a concept that is named. */
  const hasAll = (number: number, named: ReadonlySet<number>): boolean => {
    const end = needs[number + 1] ?? 0;
    for (let i = needs[number] ?? 0; i < end;) {
      const next = i + 1 + (needed[i] ?? 0);
      let isNamed = false;
      while (!isNamed && ++i < next) isNamed = named.has(needed[i] ?? 0);
      if (!isNamed) return false;
      i = next;
    }
    return true;
  };
  return {
    *candidates(names) {
      const named = new Set<number>();
      for (const name of names) named.add(strings.numberOf(name));
      for (const number of always()) if (hasAll(number, named)) yield frameAt(number);
      const seen = new Set<number>();
      for (const place of named) {
        if (place === -1) continue;
        for (let i = filed[place] ?? 0; i < (filed[place + 1] ?? 0); i++) {
          const number = filedFrames[i] ?? 0;
          if (seen.has(number) || !hasAll(number, named)) continue;
          seen.add(number);
          yield frameAt(number);
        }
      }
    },
    claimOf,
    following(id) {
      const known = after.get(id);
      if (known !== undefined) return known;
      const owner = claimOf(id);
      const rows = owner?.frames.flatMap((frame) => asFollowing(frame, isAnchor) ?? []) ?? [];
      const following = owner === null ? [] : rows.map((frame) => [owner, frame] as const);
      after.set(id, following);
      return following;
    },
  };
}

const FOLLOWING_ROLES: ReadonlySet<RoleName> = new Set(['action', 'object', 'giver', 'receiver', 'party', 'cue']);
const FOLLOWING_WITHIN = 12;
const FOLLOWING_WEIGHT = 0.85;
/** Where the claims just found are about several things, what is taken up may be either. */
const AMBIGUOUS_TRUST = 0.65;
const OTHERS_TRUST = 0.6;
const STRETCH = 8;

/**
 * A frame as the sentences after a mention may take it up: something there stands for the thing ("the first four",
 * "these aircraft"), and who is ours need not be named again. Null for a frame that turns on more than a doing to a
 * thing.
 */
function asFollowing(frame: Frame, isAnchor: (concept: string) => boolean): Frame | null {
  const roles = Object.entries(frame.roles) as [RoleName, string[]][];
  const isPlain = frame.says === undefined && frame.negated !== true && frame.refutes !== true;
  if (!isPlain || !frame.roles['action'] || !frame.roles['object']) return null;
  if (!roles.every(([role]) => FOLLOWING_ROLES.has(role))) return null;
  const ours = roles.filter(([, fillers]) => fillers.every(isAnchor)).map(([role]) => role);
  return {
    ...frame,
    context: ['object', ...ours],
    implied: [],
    within: Math.min(frame.within ?? FOLLOWING_WITHIN, FOLLOWING_WITHIN),
    weight: Math.min(frame.weight ?? 1, FOLLOWING_WEIGHT),
  };
}

export function* findInSentence(
  sentence: Sentence,
  context: Context,
  frames: Frames,
  lexicon: Lexicon,
): Steps<Finding[]> {
  const matches: (readonly [ClaimFrames, Match])[] = [];
  for (const [claim, frame] of frames.candidates(sentence.names)) {
    const match = fillFrame(frame, sentence, context, lexicon);
    if (match) matches.push([claim, match]);
    yield null;
  }
  matches.push(...takenUp(sentence, context, frames, lexicon));
  const best = new Map<ClaimId, Finding>();
  for (const [claim, match] of matches) {
    const { stance, isNegated } = readStance(sentence, match);
    yield null;
    if (match.frame.negated === true && !isNegated) continue;
    const finding = toFinding(claim, match, sentence, stance);
    const other = best.get(claim.id);
    if (!other || finding.confidence > other.confidence) best.set(claim.id, finding);
  }
  if (best.size === 0) for (const finding of echoed(sentence, context, frames)) best.set(finding.claim, finding);
  return [...best.values()].sort((a, b) => a.start - b.start || (a.claim < b.claim ? -1 : 1));
}

/** The claim found last, where the sentence takes a stand on it without telling it again. */
function echoed(sentence: Sentence, context: Context, frames: Frames): readonly Finding[] {
  const [id, age] = [...context.claims].sort(([, a], [, b]) => a - b)[0] ?? [];
  const claim = id === undefined ? null : frames.claimOf(id);
  const echo = claim && echoIn(sentence, age === 0);
  return claim && echo ? [toFinding(claim, echo.match, sentence, echo.stance)] : [];
}

/** The claims of the sentences just before, taken up by a word that stands for their thing. */
function takenUp(
  sentence: Sentence,
  context: Context,
  frames: Frames,
  lexicon: Lexicon,
): readonly (readonly [ClaimFrames, Match])[] {
  const latest = Math.min(...context.claims.map(([, age]) => age));
  const matches = context.claims
    .filter(([, age]) => age === latest)
    .flatMap(([id]) => frames.following(id))
    .flatMap(([claim, frame]) => {
      const match = fillFrame(frame, sentence, context, lexicon);
      return match?.fromContext.some(({ role }) => role === 'object') ? [[claim, match] as const] : [];
    });
  const things = new Set(
    matches.flatMap(([, { fromContext }]) => fromContext.find((f) => f.role === 'object')?.named.concept ?? []),
  );
  const trust = things.size > 1 ? AMBIGUOUS_TRUST : 1;
  return matches.map(([claim, match]) => [claim, { ...match, trust: match.trust * trust }] as const);
}

function toFinding(claim: ClaimFrames, match: Match, sentence: Sentence, stance: Finding['stance']): Finding {
  const [start, end] = rangeOf(sentence, match.from, match.to);
  // "130 of them were delivered": with nobody of ours in the sentence, those of all the world.
  const isOthers = match.fromContext.length > 0 && isOutOfProportion(claim, match, sentence);
  const evidence: Evidence[] = [...match.filled, ...match.away]
    .map((f): Evidence => {
      const [from, to] = rangeOf(sentence, f.from, f.to);
      return { role: f.role, text: sentence.text.slice(from, to), start: from };
    })
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  for (const { role, named } of match.fromContext) evidence.push({ role, text: named.words, start: null });
  return {
    claim: claim.id,
    start,
    end,
    quote: sentence.text.slice(start, end),
    stance,
    confidence: confidenceOf(match, isOthers ? OTHERS_TRUST : 1),
    evidence,
    figures: driftOf(claim, match, sentence),
  };
}

/** The wording's own weight, less for what the words leave open, what came from elsewhere, and distance. */
function confidenceOf(match: Match, trust: number): number {
  const open = [...match.filled, ...match.away].filter((f) => !f.isSettled).length;
  const length = match.to - match.from;
  const sure =
    (match.frame.weight ?? 0.9) *
    match.trust *
    trust *
    0.95 ** open *
    0.97 ** match.away.length *
    0.9 ** match.fromContext.length *
    (length > 16 ? 0.93 : 1) *
    (isStretched(match) ? 0.8 : 1);
  return Math.round(sure * 100) / 100;
}

/** The doing and its thing stand far apart, and not all of who takes part is named: another thing may be meant. */
function isStretched({ filled, action, fromContext }: Match): boolean {
  const object = filled.find((f) => f.role === 'object');
  return fromContext.length > 0 && action !== null && object !== undefined && gapBetween(object, action) > STRETCH;
}

function rangeOf(sentence: Sentence, from: number, to: number): readonly [RawOffset, RawOffset] {
  const first = sentence.tokens[from];
  const last = sentence.tokens[to - 1];
  if (first === undefined || last === undefined) throw new Error('A match lies outside its sentence.');
  return [first.start, last.end];
}
