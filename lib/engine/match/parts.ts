/**
 * Parts: which part a party plays in an action. Prepositions and cases decide where they are there ("from X",
 * "у X", "X-у"); else the place before or after the verb and its voice ("X bought", "was bought by X"). A part
 * that the words do not settle is `open`: it may fill any role, with less confidence; `none` fills none.
 */
import type { Mention } from '../lexicon/lexicon';
import type { Marker } from './grammar';
import type { Sentence } from './sentence';

export type Part = 'giver' | 'receiver' | 'open' | 'none';

export interface Assigned {
  readonly part: Part;
  /** Settled by a preposition, a case or the verb, not just left open by them. */
  readonly isSettled: boolean;
}

const OPEN: Assigned = { part: 'open', isSettled: false };
/** How many words may stand between a preposition and the name that it governs. */
const DESCRIBING_WORDS = 3;
const PASSIVE_BACK = 4;
const NEAR_VERB = 2;
/** A link, an article and a preposition may stand between two names of a list. */
const LIST_REACH = 3;
const THING_AHEAD = 3;

export function partOf(sentence: Sentence, party: Mention, action: Mention | null): Assigned {
  const marker = markerOf(sentence, party);
  switch (marker) {
    case 'from':
      return { part: 'giver', isSettled: true };
    case 'to':
      return { part: 'receiver', isSettled: true };
    case 'by':
      return agentOf(verbBefore(sentence, party) ?? action);
    case 'fromBy':
      return action !== null && isPassive(sentence, action) ? agentOf(action) : { part: 'giver', isSettled: true };
    case 'of':
      return ownerOf(sentence, party, action);
    case 'at':
      return action?.concept.flow === 'out'
        ? { part: 'receiver', isSettled: true }
        : { ...OPEN, part: givesWhere(action, party) };
    case 'in':
      return { ...OPEN, part: givesWhere(action, party) };
    case 'with':
      return OPEN;
    case 'beside':
      return { part: 'none', isSettled: true };
    case null:
      return bareOf(sentence, party, action);
  }
}

/** The doer of the action: who gets where it is a getting, who gives where it is a giving. */
function agentOf(action: Mention | null): Assigned {
  const flow = action?.concept.flow;
  if (flow === undefined) return OPEN;
  return { part: flow === 'in' ? 'receiver' : 'giver', isSettled: true };
}

/** What one buys in a country comes from there; "in X they buy" and other doings in it leave its part open. */
function givesWhere(action: Mention | null, place: Mention): Part {
  return action?.concept.flow === 'in' && action.tag !== 'n' && action.from < place.from ? 'giver' : 'open';
}

/** "are being bought at auction by X": the doer belongs to the verb before it, not to the noun between. */
function verbBefore(sentence: Sentence, party: Mention): Mention | undefined {
  return sentence.actions.findLast((a) => a.tag !== 'n' && a.to <= party.from);
}

/** "Вооружённым силам Казахстана": the case of the body that a party's name belongs to is the party's. */
function bodyOf(sentence: Sentence, party: Mention): Mention | undefined {
  if (party.tag !== 'of' && party.tag !== 'adj') return undefined;
  return sentence.mentions.find(
    (m) =>
      m.concept.kind === 'cue' && m.tag !== null && (party.tag === 'of' ? m.to === party.from : m.from === party.to),
  );
}

/** "Kazakhstan's purchase" does it; "Kazakhstan's jets" may come or go: open; a body of it stands for it. */
function ownerOf(sentence: Sentence, party: Mention, action: Mention | null): Assigned {
  if (action === null) return OPEN;
  const next = nextWord(sentence, party.to);
  const standsBefore = next >= action.from && next < action.to;
  // "Kazakhstan's purchase", "закупки Казахстана".
  // but not "покупка казахстанских самолётов": there the thing is Kazakhstan's.
  const standsAfter = action.to === party.from && !ownsThingAhead(sentence, party);
  if (action.tag === 'n' && (standsBefore || standsAfter)) return agentOf(action);
  const isBodyInCase = bodyOf(sentence, party)?.tag === 'of';
  const ownsThing = sentence.mentions.some(
    (m) => m.concept.kind === 'object' && ((m.from <= next + 1 && m.to > next) || m.to === party.from),
  );
  if (ownsThing || isBodyInCase) return OPEN;
  return bareOf(sentence, party, action);
}

function bareOf(sentence: Sentence, party: Mention, action: Mention | null): Assigned {
  if (action === null) return OPEN;
  // "The US purchase": a bare name right before what it does, where cases would say otherwise.
  const { articles, language } = sentence.grammar;
  if (action.tag === 'n') {
    const isDoer = party.to === action.from && language.order === 'svo' && !articles.isEmpty;
    return isDoer ? agentOf(action) : OPEN;
  }
  const passive = isPassive(sentence, action);
  if (party.to <= action.from) {
    if (passive) return OPEN;
    return isSubjectBefore(sentence, party, action) ? agentOf(action) : OPEN;
  }
  // "Поставлял ли Казахстан", "Im April verkaufte Kasachstan": after its verb the doer still.
  if (!passive && party.from - action.to <= NEAR_VERB && isSubjectAfter(sentence, party, action))
    return agentOf(action);
  if (!sentence.grammar.language.bareReceiver) return OPEN;
  if (passive || action.concept.flow !== 'out') return OPEN;
  const isNear = party.from - action.to <= NEAR_VERB;
  return isNear ? { part: 'receiver', isSettled: true } : OPEN;
}

/** Whether a bare party is the subject of an active verb. */
export function isSubject(sentence: Sentence, party: Mention, action: Mention): boolean {
  if (action.tag === 'n' || markerOf(sentence, party) !== null || isPassive(sentence, action)) return false;
  if (party.to <= action.from) return isSubjectBefore(sentence, party, action);
  return party.from - action.to <= NEAR_VERB && isSubjectAfter(sentence, party, action);
}

/** The subject before the verb: the last bare party there, or the first where the verb stands second or last. */
function isSubjectBefore(sentence: Sentence, party: Mention, action: Mention): boolean {
  const isFirst = sentence.grammar.language.order === 'v2';
  return sentence.parties.every(
    (other) =>
      other === party ||
      (isFirst ? other.from >= party.from : other.from <= party.from) ||
      other.to > action.from ||
      markerOf(sentence, other) !== null ||
      isJoined(sentence, ...inOrder(party, other)),
  );
}

function isSubjectAfter(sentence: Sentence, party: Mention, action: Mention): boolean {
  const { order, bareReceiver } = sentence.grammar.language;
  if (party.isPlainCase) return true;
  if (order !== 'v2' && bareReceiver) return false;
  return sentence.parties.every((other) => other.to > action.from || markerOf(sentence, other) !== null);
}

const inOrder = (a: Mention, b: Mention): [Mention, Mention] => (a.from < b.from ? [a, b] : [b, a]);

export function isPassive(sentence: Sentence, action: Mention): boolean {
  if (action.tag === 'p') return true;
  if (action.tag === 'n') return false;
  const { passive, markers, language } = sentence.grammar;
  if (passive.isEmpty || (action.lang !== language.id && action.lang !== 'any')) return false;
  const after = sentence.tokens[action.to];
  if (after !== undefined && markers.get(after.key) === 'by') return true;
  const verb = sentence.tokens[action.from];
  if (verb === undefined || verb.key.endsWith('ing')) return false;
  // Where the verb comes last, its auxiliary stands second, all the clause before it or right after.
  const reach = language.order === 'v2' ? action.from : PASSIVE_BACK;
  if (language.order === 'v2' && after !== undefined && passive.has(after.key)) return true;
  for (let i = action.from - 1; i >= Math.max(0, action.from - reach); i--) {
    const token = sentence.tokens[i];
    if (token === undefined || token.kind === 'mark') return false;
    if (passive.has(token.key)) return true;
    if (language.order === 'svo' && sentence.parties.some((p) => p.from <= i && i < p.to)) return false;
  }
  return false;
}

/** The preposition or case of a party; a joined party ("X and Y") takes that of the one before it. */
export function markerOf(sentence: Sentence, party: Mention): Marker | null {
  const { parties } = sentence;
  if (isAside(sentence, party) || isTeller(sentence, party)) return 'beside';
  const tag = bodyOf(sentence, party)?.tag ?? party.tag;
  // "с Казахстаном": the case of the doer after a preposition says company.
  if (tag === 'by' && prepositionOf(sentence, party) === 'with') return 'with';
  // "von den USA": where one word says both, the verb's voice tells the doer from the origin.
  const isFromBy = tag === 'from' && sentence.grammar.markers.get(sentence.tokens[party.from]?.key ?? '') === 'fromBy';
  if (isFromBy) return 'fromBy';
  if (tag === 'in' || tag === 'to' || tag === 'from' || tag === 'by') return tag;
  if (ownsThingAhead(sentence, party)) return 'of';
  const found = prepositionOf(sentence, party);
  if (found !== null && found !== 'of') return found;
  if (found === 'of' || tag === 'of' || tag === 'adj' || isPossessive(sentence, party)) return 'of';
  const previous = parties.findLast((p) => p.to <= party.from);
  return previous && isJoined(sentence, previous, party) ? markerOf(sentence, previous) : null;
}

/**
 * The preposition before a party, over at most a few describing words: "from its oil-rich neighbour Kazakhstan",
 * "to the government of Kazakhstan". An article, a figure or another name before it ends the search, so that
 * "In April the US bought" and "In 2024 Kazakhstan bought" have none. Where cases tell (a language without
 * articles), only an inflected name may stand away from its preposition.
 */
function prepositionOf(sentence: Sentence, party: Mention): Marker | null {
  const { tokens, grammar } = sentence;
  const hasArticles = !grammar.articles.isEmpty;
  let left = hasArticles ? DESCRIBING_WORDS : describingWords(party);
  let found: Marker | null = null;
  for (let i = party.from - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word') break;
    const marker = grammar.markers.get(`${tokens[i - 1]?.key} ${token.key}`) ?? grammar.markers.get(token.key);
    if (marker === 'of') {
      found = 'of';
      left = DESCRIBING_WORDS;
      continue;
    }
    // "в Минобороны Казахстана": where the body is, not where the party's part is.
    if (marker === 'at' && i < party.from - 1) return 'with';
    if (marker !== undefined) return marker;
    // A preposition beyond another name belongs to that name.
    if (sentence.mentions.some((m) => m.concept.kind !== 'cue' && m.from <= i && i < m.to)) break;
    if (grammar.articles.has(token.key)) left = 0;
    else if (left-- <= 0) break;
  }
  return found;
}

/** An adjective stands by its preposition, an inflected name may stand further off, a plain one only right after it. */
function describingWords(party: Mention): number {
  if (party.tag === null) return 0;
  return party.tag === 'adj' ? 1 : DESCRIBING_WORDS;
}

/** "for Kazakhstan's old fighters", "по казахстанским самолётам": the preposition is the thing's, not its owner's. */
export function ownsThingAhead(sentence: Sentence, party: Mention): boolean {
  if (!isPossessive(sentence, party) && party.tag !== 'adj') return false;
  const ahead = sentence.mentions.find((m) => m.from >= party.to && m.from <= party.to + THING_AHEAD);
  return ahead?.concept.kind === 'object';
}

/** "Kazakhstan's neighbour" is another party. */
function isAside(sentence: Sentence, party: Mention): boolean {
  const after = sentence.tokens[party.to + (isPossessive(sentence, party) ? 1 : 0)];
  return (
    after !== undefined &&
    sentence.grammar.markers.get(after.key) === 'beside' &&
    (isPossessive(sentence, party) || party.tag === 'adj')
  );
}

/** "A Ukrainian newspaper", "la presse française": whose words are passed on, not who gives or gets. */
function isTeller(sentence: Sentence, party: Mention): boolean {
  if (party.tag !== 'adj' || party.concept.anchor === true) return false;
  const { tokens, grammar } = sentence;
  return grammar.aside.at(tokens, party.to) > 0 || grammar.aside.at(tokens, party.from - 1) > 0;
}

function isPossessive(sentence: Sentence, party: Mention): boolean {
  const after = sentence.tokens[party.to]?.key;
  return after === "'s" || after === "'";
}

/**
 * "X and Y", "à X et au Y": between two joined parties stand only a link, articles and prepositions. A comma links
 * only in a list ("X, Y and Z"): "according to X, Y sold them" joins nothing.
 */
export function isJoined(sentence: Sentence, first: Mention, second: Mention): boolean {
  const { and, articles, markers } = sentence.grammar;
  const between = sentence.tokens.slice(first.to, second.from);
  const links = between.filter((t) => t.key === ',' || and.has(t.key));
  const others = between.filter((t) => t.key !== ',' && !and.has(t.key));
  if (links.length === 0 || between.length > 4) return false;
  if (!links.some((t) => and.has(t.key)) && !goesOn(sentence, second)) return false;
  return others.every((t) => articles.has(t.key) || markers.has(t.key));
}

/** Whether a list goes on after a party: "and" or a comma, then another. */
function goesOn(sentence: Sentence, party: Mention): boolean {
  const { and } = sentence.grammar;
  const link = sentence.tokens[party.to]?.key;
  if (link === undefined || (link !== ',' && !and.has(link))) return false;
  return sentence.parties.some((p) => p.from > party.to && p.from - party.to <= LIST_REACH);
}

function nextWord(sentence: Sentence, from: number): number {
  const token = sentence.tokens[from];
  return token?.key === "'s" || token?.key === "'" ? from + 1 : from;
}
