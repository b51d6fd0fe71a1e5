/**
 * Words of a sentence that bear on stance: cues of denial, doubt, question and report, negations, and words that
 * negate a whole statement. Each is counted once, the longest phrase wins, and what says nothing is left out.
 */
import type { PhraseHit, Phrases } from '../lexicon/phrases';
import type { Cue } from '../match/grammar';
import type { Match } from '../match/match';
import type { Sentence } from '../match/sentence';

export interface CueHit extends PhraseHit {
  readonly cue: Cue;
}

export interface StanceWords {
  /** One inside a longer one is none ("likely false" is a doubt), nor one inside "no doubt" or a thing's name ("fake targets"). */
  readonly cues: readonly CueHit[];
  /** Words that negate the verb after them, verbs that undo among them ("refused to"). */
  readonly negations: readonly PhraseHit[];
  /** Words that negate a whole statement ("no aircraft"). */
  readonly nones: readonly PhraseHit[];
}

/** A negation cancels a verb of undoing at most this many tokens after it ("has no plans to stop"). */
const UNDOING_REACH = 5;

const QUOTES: ReadonlySet<string> = new Set(['«', '»', '"', '“', '”', '„']);

interface FoundWords extends StanceWords {
  readonly undoing: readonly PhraseHit[];
}

const known = new WeakMap<Sentence, FoundWords>();

/** The words as they bear on one match: a verb that fills a role of it undoes nothing, it is what the claim tells. */
export function stanceWords(sentence: Sentence, match: Match): StanceWords {
  const words = known.get(sentence) ?? findWords(sentence);
  known.set(sentence, words);
  const undoing = words.undoing.filter((verb) => !match.filled.some((f) => touches(verb, f)));
  if (undoing.length === 0) return words;
  const { negations, nones, cues } = words;
  const mayCancel = [...negations, ...nones, ...cues.filter((hit) => hit.cue === 'deny')];
  const cancelled = new Set<PhraseHit>();
  for (const verb of undoing) {
    const before = mayCancel.filter(
      (hit) => hit.to <= verb.from && verb.from - hit.from <= UNDOING_REACH && isUnbroken(sentence, hit.to, verb.from),
    );
    if (before.length > 0) for (const hit of [verb, ...before]) cancelled.add(hit);
  }
  const stays = (hit: PhraseHit): boolean => !cancelled.has(hit);
  return {
    cues: cues.filter(stays),
    negations: [...negations, ...undoing].filter(stays),
    nones: nones.filter(stays),
  };
}

function findWords(sentence: Sentence): FoundWords {
  const { tokens, grammar } = sentence;
  const all = (phrases: Phrases): readonly PhraseHit[] => phrases.all(tokens, 0, tokens.length);
  const affirming = all(grammar.affirming);
  const raw = (['deny', 'denying', 'doubt', 'proof', 'ask', 'report'] as const).flatMap((cue) =>
    all(grammar.cues[cue]).map((hit) => ({ ...hit, cue })),
  );
  const isFree = (hit: PhraseHit, but?: Cue): boolean =>
    !affirming.some((a) => covers(a, hit)) && !raw.some((cue) => cue.cue !== but && covers(cue, hit));
  // "жоққа шығармайды" is as long as the denial that it negates.
  const isAffirmed = (hit: CueHit): boolean =>
    (hit.cue === 'deny' || hit.to - hit.from === 1) && affirming.some((a) => a.from === hit.from && a.to === hit.to);
  const things = sentence.mentions.filter((m) => m.concept.kind === 'object');
  const isParticiple = (hit: CueHit): boolean =>
    hit.cue === 'deny' && raw.some((other) => other.cue === 'denying' && other.from === hit.from);
  return {
    cues: raw.filter(
      (hit) => isFree(hit) && !isAffirmed(hit) && !isParticiple(hit) && !things.some((m) => covers(m, hit)),
    ),
    negations: all(grammar.negation).filter((hit) => isFree(hit)),
    // "No buyer" may be a denial of the claim: its "no" negates all the same.
    nones: all(grammar.none).filter((hit) => isFree(hit, 'deny')),
    undoing: all(grammar.undoing).filter((hit) => isFree(hit)),
  };
}

export function touches(a: PhraseHit, b: PhraseHit): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Whether `longer` holds `hit` and more. */
export function covers(longer: PhraseHit, hit: PhraseHit): boolean {
  return longer.from <= hit.from && longer.to >= hit.to && longer.to - longer.from > hit.to - hit.from;
}

/** No mark but a quote stands between: the words belong to one clause. */
export function isUnbroken(sentence: Sentence, from: number, to: number): boolean {
  return sentence.tokens.slice(from, to).every((t) => t.kind !== 'mark' || QUOTES.has(t.key));
}
