/**
 * Negation: whether the words say that what the frame tells did not, does not or will not happen. Before the verb
 * ("did not sell"), at its object ("sold no aircraft"), at the start ("no aircraft was sold"), or, after a noun or an
 * infinitive, at the verb that carries it ("the purchase is not on the agenda", "покупать … не будет").
 */
import type { PhraseHit } from '../lexicon/phrases';
import type { Mention } from '../lexicon/lexicon';
import type { Match } from '../match/match';
import type { Sentence } from '../match/sentence';
import { covers, cueHits } from './cues';

/** A negation governs the verb when it stands at most this many tokens before it; a noun, when it is that of a verb itself. */
const BEFORE = 4;
const BEFORE_NOUN = 3;
/** Where the verb stands second, its negation follows this close. */
const AFTER_VERB = 4;
/** After a noun or infinitive the verb that carries it may stand this much later. */
const AFTER = 8;
/** "No" reaches this many tokens to the words of the frame. */
const NONE_REACH = 3;

export function isNegatedMatch(sentence: Sentence, match: Match): boolean {
  const hits = negations(sentence);
  // A frame without a doing of its own is denied with the doing inside its words.
  const actions = match.action
    ? match.actions
    : sentence.actions.filter((a) => a.from >= match.from && a.to <= match.to);
  // A verb may carry its negation in its ending: "satmadı", "сатпады".
  const { suffixNegation } = sentence.grammar.language;
  const carriesOwn = (a: Mention): boolean =>
    a.tag === 'not' || (suffixNegation && hits.some((h) => h.to - h.from === 1 && h.from >= a.from && h.to <= a.to));
  if (actions.some(carriesOwn)) return true;
  if (
    actions.some(
      (action) =>
        isBefore(sentence, hits, action, action.tag === 'n' ? BEFORE_NOUN : BEFORE) || isAfter(sentence, hits, action),
    )
  )
    return true;
  const object = match.filled.find((f) => f.role === 'object');
  const start = Math.max(0, match.from - NONE_REACH);
  return sentence.grammar.none.all(sentence.tokens, start, match.to).some((hit) => {
    const startsTheStatement = hit.from < (match.action?.from ?? match.to);
    const restrictsObject = object !== undefined && hit.to <= object.from && object.from - hit.to <= NONE_REACH;
    return (startsTheStatement || restrictsObject) && isOneClause(sentence, hit.to, match.action?.from ?? match.from);
  });
}

/** Whether a negation stands right before these tokens. */
export function hasNegation(sentence: Sentence, from: number, to: number): boolean {
  return isBefore(sentence, negations(sentence), { from, to });
}

/** Whether these tokens begin with a negation, or hold one ("не планирует", "планов нет"). */
export function holdsNegation(sentence: Sentence, { from, to }: PhraseHit): boolean {
  return sentence.grammar.negation.all(sentence.tokens, from, to).some((hit) => hit.to <= to);
}

/** Negations that negate: not "not only", and not part of a cue ("not made public" asks, it does not deny). */
function negations(sentence: Sentence): PhraseHit[] {
  const { tokens, grammar } = sentence;
  const hits = grammar.negation.all(tokens, 0, tokens.length);
  if (hits.length === 0) return hits;
  const others = [...grammar.affirming.all(tokens, 0, tokens.length), ...cueHits(sentence)];
  return hits.filter((hit) => !others.some((other) => covers(other, hit)));
}

function isBefore(sentence: Sentence, hits: readonly PhraseHit[], words: PhraseHit, reach = BEFORE): boolean {
  return hits.some(
    (hit) => hit.from < words.from && words.from - hit.from <= reach && isUnbroken(sentence, hit.to, words.from),
  );
}

function isAfter(sentence: Sentence, hits: readonly PhraseHit[], action: Mention): boolean {
  if (hits.some((hit) => hit.from === action.to)) return true;
  const { order, infinitives } = sentence.grammar.language;
  const verb = sentence.tokens[action.to - 1];
  if (
    order === 'v2' &&
    hits.some((h) => h.from >= action.to && h.from - action.to <= AFTER_VERB && isUnbroken(sentence, action.to, h.from))
  )
    return true;
  const isInfinitive = infinitives.some((ending) => verb?.key.endsWith(ending));
  if (action.tag !== 'n' && !isInfinitive) return false;
  return hits.some(
    (hit) => hit.from >= action.to && hit.from - action.to <= AFTER && isUnbroken(sentence, action.to, hit.from),
  );
}

function isUnbroken(sentence: Sentence, from: number, to: number): boolean {
  return sentence.tokens
    .slice(from, to)
    .every((t) => t.kind !== 'mark' || t.key === '«' || t.key === '»' || t.key === '"');
}

function isOneClause(sentence: Sentence, from: number, to: number): boolean {
  return sentence.tokens.slice(from, to).every((t) => t.key !== ',' && t.key !== ';' && t.key !== ':');
}
