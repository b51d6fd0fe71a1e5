/**
 * Negation: whether the words say that what the frame tells did not, does not or will not happen. Before the verb
 * ("did not sell"), at its object ("sold no aircraft"), at the start ("no aircraft was sold"), or, after a noun or an
 * infinitive, at the verb that carries it ("the purchase is not on the agenda", "покупать … не будет").
 */
import type { PhraseHit } from '../lexicon/phrases';
import type { Mention } from '../lexicon/lexicon';
import type { Match } from '../match/match';
import type { Sentence } from '../match/sentence';
import { isUnbroken, type StanceWords } from './cues';

/** A negation governs the verb when it stands at most this many tokens before it; a noun, when it is that of a verb itself. */
const BEFORE = 4;
const BEFORE_NOUN = 3;
/** Where the verb stands second, its negation follows this close. */
const AFTER_VERB = 4;
/** After a noun or infinitive the verb that carries it may stand this much later. */
const AFTER = 8;
/** "No" reaches this many tokens to the words of the frame. */
const NONE_REACH = 3;

export function isNegatedMatch(sentence: Sentence, match: Match, words: StanceWords): boolean {
  const { negations: hits, nones } = words;
  // A frame without a doing of its own is denied with the doing inside its words.
  const { action: own } = match;
  const actions = own
    ? match.actions.filter((a) => !isInRelative(sentence, own, a))
    : sentence.actions.filter((a) => a.from >= match.from && a.to <= match.to);
  // A verb may carry its negation in its ending: "satmadı", "сатпады".
  const { suffixNegation, negativeEndings } = sentence.grammar.language;
  const carriesOwn = (a: Mention): boolean =>
    a.tag === 'not' ||
    negativeEndings.some((ending) => sentence.tokens[a.to - 1]?.key.endsWith(ending)) ||
    (a.concept.flow !== undefined && hits.some((h) => h.from === a.from && h.to < a.to)) ||
    (suffixNegation && hits.some((h) => h.to - h.from === 1 && h.from >= a.from && h.to <= a.to));
  // What says the opposite by a negated verb ("жібермейді") is not negated by it.
  if (match.frame.says !== 'opposite' && actions.some(carriesOwn)) return true;
  if (isContrasted(sentence, hits, match)) return true;
  const governing = (action: Mention): PhraseHit[] => hits.filter((hit) => !isOtherDoing(sentence, hit, action, 2));
  if (
    actions.some(
      (action) =>
        isBefore(sentence, governing(action), action, action.tag === 'n' ? BEFORE_NOUN : BEFORE) ||
        isAfter(sentence, hits, action),
    )
  )
    return true;
  const object = match.filled.find((f) => f.role === 'object');
  const start = Math.max(0, match.from - NONE_REACH);
  return nones.some((hit) => {
    if (hit.from < start) return false;
    const startsTheStatement = hit.from < (match.action?.from ?? match.to);
    const restrictsObject = object !== undefined && hit.to <= object.from && object.from - hit.to <= NONE_REACH;
    return (startsTheStatement || restrictsObject) && isOneClause(sentence, hit.to, match.action?.from ?? match.from);
  });
}

/** Whether a cue is negated: right before it, or, where the verb stands second, after it in its clause. */
export function isRefused(sentence: Sentence, words: StanceWords, cue: PhraseHit): boolean {
  const { order, suffixNegation } = sentence.grammar.language;
  // Where verbs carry their negation, one that is negated is no cue of denial: the language lists it as affirming.
  if (suffixNegation || holdsNegation(sentence, cue)) return false;
  const apart = words.negations.filter((hit) => hit.to <= cue.from || hit.from >= cue.to);
  if (isBefore(sentence, apart, cue)) return true;
  return (
    order === 'v2' &&
    apart.some((hit) => hit.from >= cue.to && hit.from - cue.to <= AFTER && isUnbroken(sentence, cue.to, hit.from))
  );
}

/** Whether these tokens hold a negation ("не планирует", "планов нет"). */
function holdsNegation(sentence: Sentence, { from, to }: PhraseHit): boolean {
  return sentence.grammar.negation.all(sentence.tokens, from, to).some((hit) => hit.to <= to);
}

/** "Sold to local firms, not to the US": the negation is of the one who gets or gives. */
function isContrasted({ tokens, grammar }: Sentence, hits: readonly PhraseHit[], { action, filled }: Match): boolean {
  const isLink = (key: string): boolean => grammar.markers.has(key) || grammar.articles.has(key);
  return filled.some(
    (f) =>
      (f.role === 'giver' || f.role === 'receiver') &&
      action !== null &&
      hits.some((h) => h.from >= action.to && h.to <= f.from && tokens.slice(h.to, f.from).every((t) => isLink(t.key))),
  );
}

/** "Bought jets that cannot fly": what a relative clause denies is not what the verb before it tells. */
function isInRelative({ tokens, grammar }: Sentence, action: Mention, other: Mention): boolean {
  return grammar.relative.all(tokens, action.to, other.from).length > 0;
}

/** "Refused the jets and bought": an "and" right before a finite verb, some words after `hit`, begins another doing. */
export function isOtherDoing(sentence: Sentence, hit: PhraseHit, action: Mention, words = 1): boolean {
  const { and, or, language } = sentence.grammar;
  const link = sentence.tokens[action.from - 1];
  const verb = sentence.tokens[action.from];
  if (link === undefined || verb === undefined || !and.has(link.key) || or.has(link.key)) return false;
  const isFinite =
    action.tag !== 'n' &&
    !verb.key.endsWith('ing') &&
    !language.infinitives.some((ending) => verb.key.endsWith(ending));
  return isFinite && action.from - 1 - hit.to >= words;
}

function isBefore(sentence: Sentence, hits: readonly PhraseHit[], words: PhraseHit, reach = BEFORE): boolean {
  // A verb negated in its ending negates itself: "talep olmadığı için iptal edildi" says that it was called off.
  const within = sentence.grammar.language.suffixNegation ? 1 : reach;
  return hits.some(
    (hit) => hit.from < words.from && words.from - hit.from <= within && isUnbroken(sentence, hit.to, words.from),
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

function isOneClause(sentence: Sentence, from: number, to: number): boolean {
  return sentence.tokens.slice(from, to).every((t) => t.key !== ',' && t.key !== ';' && t.key !== ':');
}
