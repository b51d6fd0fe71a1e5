/** Rules: what a frame asks of the places of its words beyond being there, and what words close by forbid. */
import type { Lexicon } from '../lexicon/lexicon';
import type { RoleName } from '../pack/schema';
import { gapBetween, type Filled, type Match, type Stretch } from './match';
import { markerOf } from './parts';
import type { Sentence } from './sentence';

/** How many words may stand between two roles that must be neighbours. */
const NEAR = 3;

export function keepsAllRules(match: Match, sentence: Sentence, lexicon: Lexicon): boolean {
  if (!keepsRules(match, sentence) || isGivenToOwner(match)) return false;
  return !namesOtherThing(match, sentence, lexicon) && !isElsewhere(match, sentence);
}

/** Another thing inside the quote is what the words are about, not the one named before. */
function namesOtherThing(match: Match, sentence: Sentence, lexicon: Lexicon): boolean {
  const object = match.fromContext.find((f) => f.role === 'object');
  if (!object || match.filled.some((f) => f.role === 'topic' || f.role === 'purpose')) return false;
  const means = lexicon.means(object.named.concept);
  const standIn = match.filled.find((f) => f.role === 'object');
  return sentence.mentions.some(
    (m) =>
      m.concept.kind === 'object' &&
      m.from >= match.from &&
      m.to <= match.to &&
      !(standIn !== undefined && m.from >= standIn.from && m.to <= standIn.to) &&
      !means.has(m.concept.id) &&
      !m.means.has(object.named.concept),
  );
}

/** "Armenia received them, while Kazakhstan bought": a turn between a thing and a doing parts them. */
export function isParted(sentence: Sentence, a: Stretch, b: Stretch): boolean {
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
