/**
 * Stance: what the passage does with the claim. A denial, a doubt or a question counts only where its scope
 * reaches the frame: the same stretch between words such as "but", or a negation right before the action.
 */
import type { Stance } from '../pack/schema';
import type { Match } from '../match/fill';
import type { Sentence } from '../match/sentence';
import type { PhraseHit } from '../lexicon/phrases';
import type { Cue } from '../match/grammar';
import { cueHits, type CueHit } from './cues';
import { hasNegation, isNegatedMatch } from './negation';

export interface StanceReading {
  readonly stance: Stance;
  readonly isNegated: boolean;
}

export function readStance(sentence: Sentence, match: Match): StanceReading {
  const isNegated = isNegatedMatch(sentence, match);
  return { stance: turn(plainStance(sentence, match, isNegated), match.frame.says ?? 'claim'), isNegated };
}

function plainStance(sentence: Sentence, match: Match, isNegated: boolean): Stance {
  const stretch = stretchOf(sentence, match);
  const hits = cueHits(sentence).filter((h) => h.from >= stretch.from && h.to <= stretch.to && !isRole(h, match));
  const of = (cue: Cue): CueHit[] => hits.filter((h) => h.cue === cue);
  const refused = of('deny').filter((h) => hasNegation(sentence, h.from, h.to));
  const isDeniedByCue = of('deny').length > refused.length;
  if (isDeniedByCue || (isNegated && match.frame.negated !== true && refused.length === 0)) return 'denies';
  if (of('doubt').length > 0) return 'doubts';
  if (isQuestion(sentence) || of('ask').some((h) => h.from < match.to)) return 'asks';
  return refused.length > 0 || of('report').length > 0 || isAttributed(sentence, match) ? 'reports' : 'asserts';
}

/** A word that fills a role says what the claim is about, not what the passage does with it. */
function isRole(hit: PhraseHit, match: Match): boolean {
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
function stretchOf(sentence: Sentence, match: Match): { from: number; to: number } {
  const place = match.action?.from ?? match.from;
  let from = 0;
  let to = sentence.tokens.length;
  const turns = sentence.grammar.cues.but.all(sentence.tokens, 0, sentence.tokens.length);
  const bounds = turns.filter((h) => h.from > 0).map((h) => h.from);
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
