/**
 * Fill: finds for a frame the tightest set of words in a sentence that fills its roles, with the parts of the
 * parties respected and no other country in a role that the frame gives to one. What the sentence lacks may come
 * from the context where the frame allows it.
 */
import type { Frame, RoleName } from '../pack/schema';
import type { Lexicon, Mention } from '../lexicon/lexicon';
import type { Context } from '../types';
import { markerOf, partOf, type Assigned } from './parts';
import type { Sentence } from './sentence';
import { knows } from './context';

export interface Filled {
  readonly role: RoleName;
  readonly from: number;
  readonly to: number;
  readonly isSettled: boolean;
}

export interface Match {
  readonly frame: Frame;
  readonly filled: readonly Filled[];
  /** Roles that the sentence fills too far off to be quoted. */
  readonly away: readonly Filled[];
  readonly fromContext: readonly { readonly role: RoleName; readonly concept: string }[];
  readonly action: Mention | null;
  /** All actions of the sentence around which the frame can be filled. */
  readonly actions: readonly Mention[];
  /** First token and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Further apart than this, words of one frame say nothing together. */
const WITHIN = 24;
/** How many words may stand between two roles that must be neighbours. */
const NEAR = 3;
/** A role that the context could fill as well is quoted only this near to the rest. */
const QUOTE_REACH = 7;
/** A pronoun this near to the frame's words may stand for their object. */
const PRONOUN_REACH = 3;
/** Another country this close to the quote counts as part of it. */
const RIVAL_REACH = 3;

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
    if (match && (best === null || looseness(match) < looseness(best))) best = match;
  }
  return best && { ...best, actions: filling };
}

/** The action next to its object makes the match; then the shorter run does. */
function looseness(match: Match): number {
  const object = match.filled.find((f) => f.role === 'object');
  const gap = object && match.action ? gapBetween(object, match.action) : 0;
  return gap * 3 + match.to - match.from;
}

function gapBetween(a: { from: number; to: number }, b: { from: number; to: number }): number {
  return a.from >= b.to ? a.from - b.to : Math.max(0, b.from - a.to);
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
  const fromContext: { role: RoleName; concept: string }[] = [];
  if (action) filled.push({ role: 'action', from: action.from, to: action.to, isSettled: true });
  // The rarest roles first: numbers and objects hold the others in place.
  for (const [role, fillers] of [...roles].sort((a, b) => rank(a[0]) - rank(b[0]))) {
    if (role === 'action') continue;
    const choice = nearest(role, fillers, action, sentence, filled);
    const mayBeAway = frame.context?.includes(role) === true;
    if (choice) {
      (mayBeAway && distance(choice, filled) > QUOTE_REACH ? away : filled).push(choice);
      continue;
    }
    if (!mayBeAway || (role === 'object' && !frame.implied?.includes(role) && !refersBack(sentence, action, filled)))
      return null;
    const concept = knows(context, fillers, lexicon, role);
    if (concept === null) return null;
    fromContext.push({ role, concept });
  }
  if (filled.length < 2 || spanOf(filled) > within) return null;
  const match: Match = { frame, filled, away, fromContext, action, actions: [], ...rangeOf(filled) };
  if (!keepsRules(match, sentence) || hasRival(match, sentence, lexicon) || isGivenToOwner(match)) return null;
  if (namesOtherThing(match, sentence, lexicon) || isElsewhere(match, sentence)) return null;
  for (const [role, fillers] of Object.entries(frame.optional ?? {}) as [RoleName, string[]][]) {
    const choice = nearest(role, fillers, action, sentence, filled);
    if (choice && spanOf([...filled, choice]) <= within) filled.push(choice);
  }
  return { ...match, ...rangeOf(filled) };
}

function rangeOf(filled: readonly Filled[]): { from: number; to: number } {
  return { from: Math.min(...filled.map((f) => f.from)), to: Math.max(...filled.map((f) => f.to)) };
}

/** "81 of them", "the purchase", "they could be used": something close by stands for a thing named before. */
function refersBack(sentence: Sentence, action: Mention | null, filled: readonly Filled[]): boolean {
  const { other, pronouns } = sentence.grammar;
  if (sentence.tokens.some((t) => other.has(t.key))) return false;
  if ((action?.tag === 'n' && action.concept.flow !== undefined) || filled.some((f) => f.role === 'count')) return true;
  return sentence.tokens.some(
    (t, i) => pronouns.has(t.key) && distance({ from: i, to: i + 1 }, filled) <= PRONOUN_REACH,
  );
}

/** Another thing inside the quote is what the words are about, not the one named before. */
function namesOtherThing(match: Match, sentence: Sentence, lexicon: Lexicon): boolean {
  const object = match.fromContext.find((f) => f.role === 'object');
  if (!object || match.filled.some((f) => f.role === 'topic' || f.role === 'purpose')) return false;
  const means = lexicon.means(object.concept);
  return sentence.mentions.some(
    (m) =>
      m.concept.kind === 'object' &&
      m.from >= match.from &&
      m.to <= match.to &&
      !means.has(m.concept.id) &&
      !m.means.has(object.concept),
  );
}

/** "Armenia received them, while Kazakhstan bought": a turn between a thing and a doing parts them. */
function isParted(sentence: Sentence, a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  const [start, end] = a.from < b.from ? [a.to, b.from] : [b.to, a.from];
  return sentence.grammar.cues.but.all(sentence.tokens, start, end).length > 0;
}

/** "assembles it in Ankara": the place named right after the doing or its object is where it is done. */
function isElsewhere({ frame, filled, action }: Match, sentence: Sentence): boolean {
  if (!frame.roles['party'] || !action) return false;
  const ends = [action.to, filled.find((f) => f.role === 'object')?.to ?? -1];
  return sentence.parties.some(
    (p) => ends.includes(p.from - 1) && markerOf(sentence, p) === 'in' && !filled.some((f) => f.from === p.from),
  );
}

/** "Ukrainian MiGs" are not given to Ukraine by somebody else. */
function isGivenToOwner(match: Match): boolean {
  const at = (role: RoleName): Filled | undefined => match.filled.find((f) => f.role === role);
  const [giver, receiver, object] = [at('giver'), at('receiver'), at('object')];
  if (match.action?.concept.flow !== undefined) return false;
  return giver !== undefined && receiver?.isSettled === false && receiver.to === object?.from;
}

/** What the frame asks of the places of its roles: settled parts, order, neighbours, the thing passed over further off. */
function keepsRules({ frame, filled, action }: Match, sentence: Sentence): boolean {
  const at = (role: RoleName): Filled | undefined => filled.find((f) => f.role === role);
  if (frame.settled?.some((role) => at(role)?.isSettled === false)) return false;
  const places = (frame.order ?? []).flatMap((role) => at(role)?.from ?? []);
  if (!places.every((place, i) => i === 0 || place > (places[i - 1] ?? -1))) return false;
  const [left, right] = (frame.near ?? []).map(at);
  if (left && right && gapBetween(left, right) > NEAR) return false;
  const [object, other] = [at('object'), at('other')];
  if (action && object && isParted(sentence, object, action)) return false;
  return !(action && object && other) || gapBetween(object, action) <= gapBetween(other, action);
}

function rank(role: RoleName): number {
  return role === 'count' ? 1 : role === 'object' ? 0 : 2;
}

function spanOf(filled: readonly Filled[]): number {
  return Math.max(...filled.map((f) => f.to)) - Math.min(...filled.map((f) => f.from));
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
    if (filled.some((f) => f.from < candidate.to && candidate.from < f.to)) continue;
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

function distance(candidate: { from: number; to: number }, filled: readonly Filled[]): number {
  return filled.length === 0 ? 0 : Math.min(...filled.map((f) => gapBetween(f, candidate)));
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
      if (n.value >= range[0] && n.value <= range[1]) found.push({ from: n.from, to: n.to });
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

/** Another country in a role of the frame: "India buys 36 Rafale" beside "Kazakhstan" is India's deal. */
function hasRival({ frame, filled, away, action, from, to }: Match, sentence: Sentence, lexicon: Lexicon): boolean {
  const own = new Set(
    Object.values(frame.roles)
      .flat()
      .concat(frame.beside ?? []),
  );
  const rivals = sentence.parties.filter(
    (p) => lexicon.isCountry(p.concept.id) && ![...p.means].some((id) => own.has(id)),
  );
  const core = filled.filter((f) => f.role === 'action' || f.role === 'object');
  return rivals.some((rival) => {
    const isClose = rival.to > from - RIVAL_REACH && rival.from < to + RIVAL_REACH;
    const assigned = partOf(sentence, rival, action);
    return (['giver', 'receiver', 'party'] as const).some((role) => {
      if (!frame.roles[role]) return false;
      const ours = filled.find((f) => f.role === role) ?? away.find((f) => f.role === role);
      // "Uzbekistan weighs buying it, while Kazakhstan ordered others": ours is of another clause than the doing.
      if (ours && action && isParted(sentence, ours, action) && !isParted(sentence, rival, action)) return true;
      const takesIt = role !== 'party' && assigned.part === role && assigned.isSettled;
      if (ours) return takesIt && (!ours.isSettled || distance(rival, core) < distance(ours, core));
      return takesIt || (isClose && (role === 'party' || assigned.part === role || assigned.part === 'open'));
    });
  });
}
