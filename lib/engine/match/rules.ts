/** Rules: what a frame asks of the places of its words beyond being there, and what words close by forbid. */
import type { Lexicon } from '../lexicon/lexicon';
import type { RoleName } from '../pack/schema';
import type { PhraseHit } from '../lexicon/phrases';
import { gapBetween, type Filled, type Match, type Stretch } from './match';
import { markerOf } from './parts';
import type { Sentence } from './sentence';

/** How many words may stand between two roles that must be neighbours. */
const NEAR = 3;
/** What stands this near after the quote, with no mark between, belongs to it. */
const BESIDE = 6;
const ENDS_CLAUSE: ReadonlySet<string> = new Set([',', ';', '—', '–', ':', ')']);

export function keepsAllRules(match: Match, sentence: Sentence, lexicon: Lexicon): boolean {
  if (!keepsRules(match, sentence) || isGivenToOwner(match)) return false;
  if (isPlacedOtherwise(match, sentence, lexicon)) return false;
  return !namesOtherThing(match, sentence, lexicon) && !isElsewhere(match, sentence);
}

/** Another thing inside the quote, or right after it, is what the words are about, not the one named before. */
function namesOtherThing(match: Match, sentence: Sentence, lexicon: Lexicon): boolean {
  const object = match.fromContext.find((f) => f.role === 'object');
  if (!object || match.filled.some((f) => f.role === 'topic' || f.role === 'purpose')) return false;
  const means = lexicon.means(object.named.concept);
  const standIn = match.filled.find((f) => f.role === 'object');
  const belongs = (m: Stretch): boolean =>
    m.from < match.to
      ? m.from >= match.from && m.to <= match.to
      : m.from - match.to <= BESIDE && sentence.tokens.slice(match.to, m.from).every((t) => t.kind !== 'mark');
  return sentence.mentions.some(
    (m) =>
      m.concept.kind === 'object' &&
      belongs(m) &&
      !(standIn !== undefined && m.from >= standIn.from && m.to <= standIn.to) &&
      !means.has(m.concept.id) &&
      !m.means.has(object.named.concept),
  );
}

/** "The sale of aircraft to Kazakhstan": who gets it here does not give it because the headline named it. */
function isPlacedOtherwise({ fromContext, action }: Match, sentence: Sentence, lexicon: Lexicon): boolean {
  if (action?.concept.flow === undefined) return false;
  return fromContext.some(({ role, named }) => {
    if (role !== 'giver' && role !== 'receiver') return false;
    const opposite = role === 'giver' ? 'to' : 'from';
    return sentence.parties.some(
      (party) => lexicon.means(named.concept).has(party.concept.id) && markerOf(sentence, party) === opposite,
    );
  });
}

/** "Armenia received them, while Kazakhstan bought": a turn between a thing and a doing parts them. */
export function isParted(sentence: Sentence, a: Stretch, b: Stretch): boolean {
  const [start, end] = a.from < b.from ? [a.to, b.from] : [b.to, a.from];
  return turnsOf(sentence, start, end).length > 0 || isInRelativeClause(sentence, a, b);
}

/** Words that turn what is said; "but also" after "not only" turns nothing. */
export function turnsOf(sentence: Sentence, from: number, to: number): readonly PhraseHit[] {
  const turns = sentence.grammar.cues.but.all(sentence.tokens, from, to);
  if (turns.length === 0) return turns;
  const affirming = sentence.grammar.affirming.all(sentence.tokens, from, sentence.tokens.length);
  // Polish "a" in "A400M" turns nothing either.
  const holding = [...affirming, ...sentence.mentions.filter((m) => m.concept.kind === 'object')];
  return turns.filter((turn) => !holding.some((hit) => hit.from <= turn.from && hit.to >= turn.to));
}

/** "Bought jets, which are to replace the Su-30": a thing in a relative clause is not that of the doing outside it. */
function isInRelativeClause({ tokens, grammar }: Sentence, thing: Stretch, doing: Stretch): boolean {
  const opening = grammar.relative.all(tokens, 0, thing.from).at(-1)?.from;
  if (opening === undefined) return false;
  if (doing.to <= opening) return true;
  const isInside = tokens.slice(opening, thing.from).every((t) => !ENDS_CLAUSE.has(t.key));
  return isInside && tokens.slice(thing.to, doing.from).some((t) => ENDS_CLAUSE.has(t.key));
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

/** What the frame asks of the places of its roles: order, neighbours, the thing passed over further off. */
function keepsRules({ frame, filled, away, action }: Match, sentence: Sentence): boolean {
  const at = (role: RoleName): Filled | undefined => filled.find((f) => f.role === role);
  const places = (frame.order ?? []).flatMap((role) => at(role)?.from ?? []);
  if (!places.every((place, i) => i === 0 || place > (places[i - 1] ?? -1))) return false;
  const [left, right] = (frame.near ?? []).map(at);
  if (left && right && gapBetween(left, right) > NEAR) return false;
  const [object, other] = [at('object'), at('other')];
  if (action && object && isParted(sentence, object, action)) return false;
  const further = away.find((f) => f.role === 'object');
  if (action && further && isInRelativeClause(sentence, further, action)) return false;
  return !(action && object && other) || gapBetween(object, action) <= gapBetween(other, action);
}
