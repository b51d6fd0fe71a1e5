/** Rivals: another country in a role of a frame. "India buys 36 Rafale" beside "Kazakhstan" is India's deal. */
import type { Lexicon, Mention } from '../lexicon/lexicon';
import type { Marker } from './grammar';
import { distance, gapBetween, type Filled, type Match } from './match';
import { isJoined, isSubject, markerOf, ownsThingAhead, partOf } from './parts';
import { isParted } from './rules';
import type { Sentence } from './sentence';

/** Another country this close to the quote counts as part of it. */
const RIVAL_REACH = 3;
/** Words between a nationality and the outlet or ally that has it. */
const TELLER_REACH = 4;
const ROLES = ['giver', 'receiver', 'party'] as const;
type Role = (typeof ROLES)[number];
const WHERE: ReadonlySet<Marker | null> = new Set(['to', 'at', 'in', 'from']);

export function hasRival(match: Match, sentence: Sentence, lexicon: Lexicon): boolean {
  const { roles, beside = [] } = match.frame;
  const own = new Set([...Object.values(roles).flat(), ...beside]);
  if (ROLES.some((role) => isContested(role, match, sentence, lexicon))) return true;
  return sentence.parties.some(
    (party) =>
      lexicon.isCountry(party.concept.id) &&
      ![...party.means].some((id) => own.has(id)) &&
      !isTeller(sentence, party) &&
      ROLES.some((role) => roles[role] !== undefined && takesPlace(party, role, match, sentence)),
  );
}

/** "The sale of American jets to Kazakhstan": who gets them is settled, so that an open name cannot be. */
function isContested(role: Role, { frame, filled, action }: Match, sentence: Sentence, lexicon: Lexicon): boolean {
  const ours = filled.find((f) => f.role === role);
  // One that only takes part is settled wherever it stands.
  if (ours === undefined || ours.isSettled || action === null) return false;
  const fillers = new Set([...(frame.roles[role] ?? []), ...(frame.beside ?? [])]);
  const marker = role === 'receiver' ? 'to' : 'from';
  return sentence.parties.some(
    (party) =>
      lexicon.isCountry(party.concept.id) &&
      ![...party.means].some((id) => fillers.has(id)) &&
      markerOf(sentence, party) === marker &&
      !isTeller(sentence, party) &&
      gapBetween(party, action) <= gapBetween(ours, action) + RIVAL_REACH &&
      !isParted(sentence, party, action),
  );
}

/** "A Russian news site", "Ukraine's media", "Russia's ally": the state that they belong to takes no part. */
function isTeller({ tokens, grammar, mentions }: Sentence, party: Mention): boolean {
  // "у союзника РФ Казахстана"
  if (grammar.aside.all(tokens, Math.max(0, party.from - 2), party.from).some((hit) => hit.to === party.from))
    return true;
  const isOwner = party.tag === 'adj' || tokens[party.to]?.key === "'s" || tokens[party.to]?.key === "'";
  const reach = isOwner ? TELLER_REACH : 1;
  for (let i = party.to; i < party.to + reach; i++) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (grammar.aside.at(tokens, i) > 0) return true;
    if (token.kind === 'mark' && token.key !== "'s" && token.key !== "'") return false;
    if (mentions.some((m) => m.concept.kind !== 'cue' && m.from === i)) return false;
  }
  return false;
}

function takesPlace(rival: Mention, role: Role, match: Match, sentence: Sentence): boolean {
  const { action, from, to } = match;
  const ours = match.filled.find((f) => f.role === role) ?? match.away.find((f) => f.role === role);
  const assigned = partOf(sentence, rival, action);
  if (assigned.part === 'none') return false;
  const takesIt = assigned.part === role && assigned.isSettled;
  if (!ours) {
    // "Tashkent, for its part, is said to be interested": who opens the clause is who it is about.
    const opens = action !== null && rival.to <= action.from && isSubjectWord(sentence, rival);
    if (opens && !isParted(sentence, rival, action)) return true;
    const isClose = rival.to > from - RIVAL_REACH && rival.from < to + RIVAL_REACH;
    return takesIt || (isClose && (role === 'party' || assigned.part === role || assigned.part === 'open'));
  }
  if (role === 'party' && ownsObject(sentence, rival, match)) return true;
  const party = sentence.parties.find((p) => p.from === ours.from);
  if (party && (isJoined(sentence, party, rival) || isJoined(sentence, rival, party))) return false;
  if (action) {
    // "Uzbekistan weighs buying it, while Kazakhstan ordered others": ours is of another clause than the doing.
    if (isParted(sentence, ours, action) && !isParted(sentence, rival, action)) return true;
    // "While Kazakhstan hesitates, Uzbekistan negotiates": the doing has its own subject, and ours stands beyond a comma.
    const isBeyond = hasComma(sentence, ours, action) && !hasComma(sentence, rival, action);
    if (isBeyond && isSubject(sentence, rival, action) && !ours.isSettled) return true;
    // "Germany halts arms exports to Kazakhstan": the doing is the other's, and ours only stands where it ends.
    const isWhere = party !== undefined && WHERE.has(markerOf(sentence, party));
    if (role === 'party' && isWhere && isSubject(sentence, rival, action)) return true;
  }
  // "The US purchase is a riddle, but they may go to Ukraine": the rival is of another clause.
  if (action && isParted(sentence, rival, action) && !isParted(sentence, ours, action)) return false;
  const core = match.filled.filter((f) => f.role === 'action' || f.role === 'object');
  return takesIt && (!ours.isSettled || distance(rival, core) < distance(ours, core));
}

/** A bare name, or the adjective of a body: "Tashkent is interested", "Uzbek officials are interested". */
function isSubjectWord(sentence: Sentence, rival: Mention): boolean {
  const marker = markerOf(sentence, rival);
  return marker === null || (marker === 'of' && rival.tag === 'adj' && !ownsThingAhead(sentence, rival));
}

/** "Turkish A400M in Kazakhstan": the thing is the rival's. */
function ownsObject(sentence: Sentence, rival: Mention, { filled }: Match): boolean {
  const object = filled.find((f) => f.role === 'object');
  const isNext = object !== undefined && object.from - rival.to >= 0 && object.from - rival.to <= 1;
  return isNext && markerOf(sentence, rival) === 'of';
}

function hasComma(sentence: Sentence, a: Filled | Mention, b: Mention): boolean {
  if (gapBetween(a, b) === 0) return false;
  const [start, end] = a.from < b.from ? [a.to, b.from] : [b.to, a.from];
  return sentence.tokens.slice(start, end).some((t) => t.key === ',');
}
