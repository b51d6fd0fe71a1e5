/**
 * Stance: what the passage does with the claim. A denial, a doubt or a question counts only where its scope
 * reaches the frame: the same stretch between words such as "but", or a negation right before the action.
 */
import type { Stance } from '../pack/schema';
import type { Match, Stretch } from '../match/match';
import { turnsOf } from '../match/rules';
import type { Sentence } from '../match/sentence';
import type { PhraseHit } from '../lexicon/phrases';
import type { Cue } from '../match/grammar';
import { isUnbroken, stanceWords, touches, type CueHit, type StanceWords } from './cues';
import { isNegatedMatch, isOtherDoing, isRefused } from './negation';
import { retortIn } from './retort';

/** A negation stands at most this many tokens before the proof that is missing. */
const PROOF_REACH = 5;

/** A turn behind the verb of its clause stands at most this many tokens after the comma. */
const TURN_REACH = 4;

export interface StanceReading {
  readonly stance: Stance;
  readonly isNegated: boolean;
}

export function readStance(sentence: Sentence, match: Match): StanceReading {
  const words = stanceWords(sentence, match);
  const isNegated = isNegatedMatch(sentence, match, words);
  return { stance: turn(plainStance(sentence, match, words, isNegated), match.frame.says ?? 'claim'), isNegated };
}

function plainStance(sentence: Sentence, match: Match, words: StanceWords, isNegated: boolean): Stance {
  const stretch = stretchOf(sentence, match);
  const stance = stanceIn(stretch, sentence, match, words, isNegated);
  if (stance !== 'asserts' && stance !== 'reports') return stance;
  const rest = { from: stretch.to, to: sentence.tokens.length };
  return retortIn(sentence, rest, words, match.frame.roles['action'])?.stance ?? stance;
}

function stanceIn(stretch: Stretch, sentence: Sentence, match: Match, words: StanceWords, isNegated: boolean): Stance {
  const hits = words.cues.filter((h) => h.from >= stretch.from && h.to <= stretch.to && !isRole(h, match));
  const of = (cue: Cue): CueHit[] => hits.filter((h) => h.cue === cue);
  const denials = [...of('deny'), ...of('denying')].filter((h) => reachesClaim(h, sentence, match));
  // "Neither discussed nor planned": a cue with a negation of its own is not refused by the one before it.
  const refused = denials.filter((h) => isRefused(sentence, words, h));
  if (denials.length > refused.length) return 'denies';
  if (of('proof').some((h) => isMissing(h, sentence, match, words))) return 'doubts';
  if (isNegated && match.frame.negated !== true && refused.length === 0) return 'denies';
  if (of('doubt').length > 0) return 'doubts';
  // Where the verb comes last, so does what is asked: "… ne yapacağı bilinmiyor".
  const isVerbLast = sentence.grammar.language.suffixNegation;
  if (isQuestion(sentence) || of('ask').some((h) => isVerbLast || h.from < match.to)) return 'asks';
  if (isConditional(sentence, match)) return 'asks';
  return refused.length > 0 || of('report').length > 0 || isAttributed(sentence, match) ? 'reports' : 'asserts';
}

/** "If Kazakhstan bought the jets, …": the condition and the doing stand in one clause. */
function isConditional(sentence: Sentence, match: Match): boolean {
  const place = (match.action ?? match).from;
  return sentence.grammar.cues.condition
    .all(sentence.tokens, 0, place)
    .some((hit) => hit.to <= place && isUnbroken(sentence, hit.to, place));
}

/**
 * Whether the denial is of the claim. A participle denies what follows it; a denial of a story that the claim refutes
 * ("denied the sale, calling it disinformation") or of what the words rule out must stand in one clause with the core.
 */
function reachesClaim(hit: CueHit, sentence: Sentence, match: Match): boolean {
  const { action, frame } = match;
  const core = match.filled.find((f) => f.role === 'cue') ?? action ?? match;
  if (hit.cue === 'denying' && hit.from > core.from && !isUnbroken(sentence, core.to, hit.from)) return false;
  if (isFollowedByTelling(hit, sentence, match)) return false;
  if (action && isOtherDoing(sentence, hit, action)) return false;
  if (isClosed(hit, sentence, match)) return false;
  if (frame.refutes !== true && frame.says !== 'opposite') return true;
  const [from, to] = hit.from < core.from ? [hit.to, core.from] : [core.to, hit.from];
  return isUnbroken(sentence, from, to);
}

/** Where verbs stand last, "and" right after a denial closes its clause: "reddetti ve … seçti". */
function isClosed(hit: CueHit, sentence: Sentence, { action }: Match): boolean {
  const { and, language } = sentence.grammar;
  const next = sentence.tokens[hit.to]?.key ?? '';
  return language.suffixNegation && action !== null && hit.to <= action.from && and.has(next);
}

/** "No proof that", "has not been confirmed", "доказательств … никто не представил": negated before it, or at the end. */
function isMissing(proof: CueHit, sentence: Sentence, match: Match, words: StanceWords): boolean {
  return [...words.negations, ...words.nones].some((hit) =>
    hit.from < proof.from
      ? proof.from - hit.from <= PROOF_REACH && isUnbroken(sentence, hit.to, proof.from)
      : hit.from >= match.to && proof.to <= match.from,
  );
}

/** "Denied buying the one and announced the purchase of the other": what is told after the denial is not denied by it. */
function isFollowedByTelling(hit: PhraseHit, sentence: Sentence, match: Match): boolean {
  const { tokens, grammar, mentions } = sentence;
  const core = match.action ?? match;
  return tokens.slice(hit.to, Math.max(hit.to, core.from)).some((token, i) => {
    const at = hit.to + i;
    const tells = grammar.and.has(token.key) && grammar.cues.report.all(tokens, at + 1, at + 3).length > 0;
    return tells && mentions.some((m) => m.concept.kind === 'object' && m.from >= hit.to && m.to <= at);
  });
}

/** A word that fills a role says what the claim is about, not what the passage does with it. */
function isRole(hit: PhraseHit, match: Match): boolean {
  // "No buyers", "were barred": what a claim or its opposite tells with a denial is told by a part of these words too.
  if (match.frame.refutes === true || match.frame.says === 'opposite') return match.filled.some((f) => touches(hit, f));
  return match.filled.some((f) => hit.from >= f.from && hit.to <= f.to);
}

/** Headlines attribute with a colon or a dash: "Media: ...", "... - ministry". */
function isAttributed(sentence: Sentence, match: Match): boolean {
  const { tokens } = sentence;
  const isDash = (key: string): boolean => key === '—' || key === '–';
  const hasTeller = tokens.slice(1, Math.min(4, match.from)).some((t) => t.key === ':');
  return hasTeller || tokens.slice(Math.max(match.to, tokens.length - 4), -1).some((t) => isDash(t.key));
}

/** The stretch between "but" words in which the frame's action, or else its first word, stands. */
function stretchOf(sentence: Sentence, match: Match): Stretch {
  const place = match.action?.from ?? match.from;
  let from = 0;
  let to = sentence.tokens.length;
  const turns = turnsOf(sentence, 0, sentence.tokens.length);
  const bounds = turns.map((h) => clauseStart(sentence, h.from));
  // "Despite the denial, they sold them": what opens the sentence ends at its comma.
  if (turns[0]?.from === 0) bounds.push(sentence.tokens.findIndex((t) => t.key === ','));
  sentence.tokens.forEach((t, i) => {
    if (t.key === ';') bounds.push(i);
  });
  for (const bound of bounds) {
    if (bound <= place) from = Math.max(from, bound);
    else to = Math.min(to, bound);
  }
  return { from, to };
}

/** Where the verb stands second, a turn may stand behind it: ", bestreiten aber …" begins at its comma. */
function clauseStart({ tokens, grammar }: Sentence, turn: number): number {
  if (grammar.language.order !== 'v2') return turn;
  const start = Math.max(0, turn - TURN_REACH);
  const comma = tokens.slice(start, turn).findLastIndex((t) => t.key === ',');
  return comma === -1 ? turn : start + comma;
}

function isQuestion(sentence: Sentence): boolean {
  return sentence.tokens.slice(-3).some((t) => t.key === '?');
}

function turn(stance: Stance, says: 'claim' | 'opposite' | 'doubt' | 'question'): Stance {
  switch (says) {
    case 'claim':
      return stance;
    case 'opposite':
      return stance === 'denies' ? 'reports' : stance === 'asserts' || stance === 'reports' ? 'denies' : stance;
    case 'doubt':
      return stance === 'denies' ? 'reports' : stance === 'asserts' || stance === 'reports' ? 'doubts' : stance;
    case 'question':
      return stance === 'doubts' ? stance : 'asks';
  }
}
