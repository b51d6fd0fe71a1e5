/**
 * Fill: finds for a frame the tightest set of words in a sentence that fills its roles, with the parts of the
 * parties respected and no other country in a role that the frame gives to one. What the sentence lacks may come
 * from the context where the frame allows it.
 */
import type { Frame, RoleName } from '../pack/schema';
import type { Lexicon, Mention } from '../lexicon/lexicon';
import type { NumberMention } from '../figures/numbers';
import type { Context, Named } from '../types';
import { distance, rangeOf, spanOf, gapBetween, type Filled, type Match, type Stretch } from './match';
import { isPassive, partOf, type Assigned } from './parts';
import { hasRival } from './rivals';
import { keepsAllRules } from './rules';
import type { Sentence } from './sentence';
import { knows } from './context';

/** So many roles the sentence itself fills; a frame of one role is a phrase that says its claim alone. */
const LEAST_ROLES = 2;
/** Further apart than this, words of one frame say nothing together. */
const WITHIN = 24;
/** A role that the context could fill as well is quoted only this near to the rest. */
const QUOTE_REACH = 7;
/** What a match is worth where a part stays open that the frame wants settled, or nothing stands for its thing. */
const LOOSE_TRUST = 0.65;
/** "instead of" reaches this far to the thing that it passes over. */
const INSTEAD_REACH = 5;
/** A pronoun this near to the frame's words may stand for their object. */
const PRONOUN_REACH = 3;
/** A teller and the verb of telling stand this near. */
const TELLING_REACH = 3;
/** So may a phrase that points back, a little further off: "no talks have been held on this subject". */
const PHRASE_REACH = 6;

export function fillFrame(frame: Frame, sentence: Sentence, context: Context, lexicon: Lexicon): Match | null {
  if (frame.without?.some((filler) => isNamed(filler, sentence))) return null;
  const roles = Object.entries(frame.roles) as [RoleName, string[]][];
  const actionFillers = frame.roles['action'];
  const actions = actionFillers ? sentence.actions.filter((a) => actionFillers.some((f) => a.means.has(f))) : [];
  if (actionFillers && actions.length === 0) return null;
  let best: Match | null = null;
  const filling: Mention[] = [];
  for (const action of actions.length > 0 ? actions : [null]) {
    const match = fillAround(frame, roles, action, sentence, context, lexicon);
    if (match && action) filling.push(action);
    if (match && (best === null || isBetter(match, best))) best = match;
  }
  return best && { ...best, actions: filling };
}

function isBetter(match: Match, other: Match): boolean {
  return match.trust === other.trust ? looseness(match) < looseness(other) : match.trust > other.trust;
}

/** The action next to its object makes the match; then the shorter run does. */
function looseness(match: Match): number {
  const object = match.filled.find((f) => f.role === 'object');
  const gap = object && match.action ? gapBetween(object, match.action) : 0;
  return gap * 3 + match.to - match.from;
}

function fillAround(
  frame: Frame,
  roles: readonly [RoleName, string[]][],
  action: Mention | null,
  sentence: Sentence,
  context: Context,
  lexicon: Lexicon,
): Match | null {
  const within = frame.within ?? WITHIN;
  const filled: Filled[] = [];
  const away: Filled[] = [];
  const fromContext: { role: RoleName; named: Named }[] = [];
  if (action) filled.push({ role: 'action', from: action.from, to: action.to, isSettled: true });
  let trust = 1;
  const missing: (readonly [RoleName, readonly string[]])[] = [];
  // The rarest roles first: numbers and objects hold the others in place.
  for (const [role, fillers] of [...roles].sort((a, b) => rank(a[0]) - rank(b[0]))) {
    if (role === 'action') continue;
    const mayBeAway = frame.context?.includes(role) === true;
    const choice = nearest(role, fillers, action, sentence, filled);
    if (choice) (mayBeAway && distance(choice, filled) > QUOTE_REACH ? away : filled).push(choice);
    else if (mayBeAway) missing.push([role, fillers]);
    else return null;
  }
  for (const [role, fillers] of missing) {
    const named = knows(context, fillers, lexicon, role) ?? teller(sentence, fillers, role);
    if (named === null) return null;
    if (role === 'object' && !frame.implied?.includes(role)) {
      const stands = standIn(sentence, action, filled);
      if (stands === 'other') return null;
      if (stands === null) trust *= LOOSE_TRUST;
      else if (stands !== 'action') filled.push({ role, ...stands, isSettled: true });
    }
    fromContext.push({ role, named });
  }
  if (filled.length < Math.min(LEAST_ROLES, roles.length) || spanOf(filled) > within) return null;
  if (frame.settled?.some((role) => filled.some((f) => f.role === role && !f.isSettled))) trust *= LOOSE_TRUST;
  const match: Match = { frame, filled, away, fromContext, action, actions: [], trust, ...rangeOf(filled) };
  if (!keepsAllRules(match, sentence, lexicon) || hasRival(match, sentence, lexicon)) return null;
  for (const [role, fillers] of Object.entries(frame.optional ?? {}) as [RoleName, string[]][]) {
    const choice = nearest(role, fillers, action, sentence, filled);
    if (choice && spanOf([...filled, choice]) <= within) filled.push(choice);
  }
  return { ...match, ...rangeOf(filled) };
}

/**
 * What stands for a thing named before: a nominal action ("the purchase"), a figure ("81 of them", "the first four"),
 * a pronoun or a phrase that points back ("these aircraft", "this issue"), close by. Null where nothing does, `other`
 * where words say that another thing is meant.
 */
function standIn(
  sentence: Sentence,
  action: Mention | null,
  filled: readonly Filled[],
): Stretch | 'action' | 'other' | null {
  const { other, pronouns, pointing } = sentence.grammar;
  if (sentence.tokens.some((t) => other.has(t.key))) return 'other';
  const isFree = (s: Stretch): boolean => !filled.some((f) => f.from < s.to && s.from < f.to);
  // "the first A400M" names its thing itself.
  const namesThing = ({ to }: Stretch): boolean =>
    sentence.mentions.some((m) => m.concept.kind === 'object' && (m.from === to || m.from === to + 1));
  const isClose = (s: Stretch): boolean => isFree(s) && distance(s, filled) <= PRONOUN_REACH && !namesThing(s);
  const phrases = pointing.all(sentence.tokens, 0, sentence.tokens.length);
  // "such plans": the phrase holds the doing itself.
  const holding = phrases.find((p) => action !== null && p.from < action.from && p.to >= action.to);
  const phrase = holding ?? phrases.find((p) => isFree(p) && distance(p, filled) <= PHRASE_REACH && !namesThing(p));
  if (phrase) return phrase;
  // "it aims at", "elle vise": who does an active doing is not the thing of it.
  const does = (i: number): boolean => i + 1 === action?.from && action.tag === null && !isPassive(sentence, action);
  const pronoun = sentence.tokens.findIndex(
    (t, i) => pronouns.has(t.key) && isClose({ from: i, to: i + 1 }) && !does(i),
  );
  if (pronoun >= 0) return { from: pronoun, to: pronoun + 1 };
  const number = sentence.numbers.find((n) => isBare(sentence, n, action) && isClose(n));
  if (number) return { from: number.from, to: number.to };
  if (
    (action?.tag === 'n' && action.concept.flow !== undefined) ||
    filled.some((f) => f.role === 'count' || f.role === 'topic')
  )
    return 'action';
  return null;
}

/** "has ordered two", "the first four arrived": a figure in words that counts no thing of its own. */
function isBare(sentence: Sentence, { value, from, to }: NumberMention, action: Mention | null): boolean {
  if (sentence.tokens[from]?.kind !== 'word' || value < 2) return false;
  const after = sentence.tokens[to];
  const isBeforeAction = action !== null && action.from === to && action.tag !== 'n';
  return (
    isBeforeAction || ((after === undefined || after.kind === 'mark') && sentence.tokens[from - 1]?.kind === 'word')
  );
}

/** "…, the exporter said": one of ours who only tells it says as much about whom it is told of as a headline would. */
function teller(sentence: Sentence, fillers: readonly string[], role: RoleName): Named | null {
  if (role === 'object') return null;
  const { text, tokens, grammar } = sentence;
  const tells = [grammar.cues.report, grammar.cues.deny].flatMap((cues) => cues.all(tokens, 0, tokens.length));
  const party = sentence.parties.find(
    (p) => fillers.some((f) => p.means.has(f)) && tells.some((verb) => gapBetween(verb, p) <= TELLING_REACH),
  );
  if (party === undefined) return null;
  return { concept: party.concept.id, age: 0, words: text.slice(tokens[party.from]?.start, tokens[party.to - 1]?.end) };
}

function rank(role: RoleName): number {
  return role === 'count' ? 1 : role === 'object' ? 0 : 2;
}

/** The filler nearest to what is filled already, in a fitting part and not on the same words. */
function nearest(
  role: RoleName,
  fillers: readonly string[],
  action: Mention | null,
  sentence: Sentence,
  filled: readonly Filled[],
): Filled | null {
  let best: Filled | null = null;
  let bestCost = Infinity;
  for (const candidate of candidatesOf(fillers, sentence)) {
    // A thing may hold its owner: "Kazakh armour".
    const mayHold = (f: Filled): boolean => f.role === 'object' && candidate.mention?.concept.kind === 'party';
    // "gingen an die USA": the preposition belongs to the doing and to the name alike.
    const first = candidate.mention?.concept.kind === 'party' ? candidate.to - 1 : candidate.from;
    if (filled.some((f) => f.from < candidate.to && first < f.to && !mayHold(f))) continue;
    if (role === 'object' && isPassedOver(sentence, candidate)) continue;
    let isSettled = true;
    if (candidate.mention?.concept.kind === 'party' && (role === 'giver' || role === 'receiver')) {
      const assigned: Assigned = partOf(sentence, candidate.mention, action);
      if (assigned.part === 'none') continue;
      if (
        assigned.part !== role &&
        assigned.part !== 'open' &&
        (assigned.isSettled || (action?.concept.flow !== undefined && action.tag !== 'n'))
      )
        continue;
      isSettled = assigned.isSettled;
    }
    const cost = distance(candidate, filled) + (isSettled ? 0 : 4);
    if (cost < bestCost) [best, bestCost] = [{ role, from: candidate.from, to: candidate.to, isSettled }, cost];
  }
  return best;
}

/** "rather than the Rafale": the thing after such words is not what was got. */
function isPassedOver(sentence: Sentence, { from }: Stretch): boolean {
  const hits = sentence.grammar.instead.all(sentence.tokens, Math.max(0, from - INSTEAD_REACH), from);
  return hits.some(
    (hit) => hit.to <= from && sentence.tokens.slice(hit.to, from).every((t) => t.kind !== 'mark' || t.key === '«'),
  );
}

function candidatesOf(
  fillers: readonly string[],
  sentence: Sentence,
): { from: number; to: number; mention?: Mention }[] {
  const found: { from: number; to: number; mention?: Mention }[] = [];
  for (const mention of sentence.mentions) {
    if (fillers.some((f) => mention.means.has(f))) found.push({ from: mention.from, to: mention.to, mention });
  }
  for (const filler of fillers) {
    const range = numberRange(filler);
    if (!range) continue;
    for (const n of sentence.numbers)
      if (n.high >= range[0] && n.low <= range[1]) found.push({ from: n.from, to: n.to });
  }
  return found;
}

function isNamed(filler: string, sentence: Sentence): boolean {
  return sentence.names.has(filler) || (filler.startsWith('#') && candidatesOf([filler], sentence).length > 0);
}

/** `#81` and `#80-89`; null for a concept id. */
export function numberRange(filler: string): readonly [number, number] | null {
  if (!filler.startsWith('#')) return null;
  const [low = NaN, high] = filler.slice(1).split('-').map(Number);
  return [low, high ?? low];
}
