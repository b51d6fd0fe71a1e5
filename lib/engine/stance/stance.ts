/**
 * Stance: what the passage does with the claim. A denial, a doubt or a question counts only where its scope
 * reaches the frame: the same stretch between words such as "but", or a negation right before the action.
 */
import type { Stance } from '../pack/schema';
import type { Match } from '../match/fill';
import type { Sentence } from '../match/sentence';
import type { PhraseHit } from '../lexicon/phrases';

/** A negation governs the action when it stands at most this many tokens before it. */
const NEGATION_REACH = 4;

export interface StanceReading {
  readonly stance: Stance;
  readonly isNegated: boolean;
}

export function readStance(sentence: Sentence, match: Match): StanceReading {
  const isNegated = match.action !== null && hasNegation(sentence, match.action.from, match.action.to);
  return { stance: turn(plainStance(sentence, match, isNegated), match.frame.says ?? 'claim'), isNegated };
}

function plainStance(sentence: Sentence, match: Match, isNegated: boolean): Stance {
  const { cues } = sentence.grammar;
  const stretch = stretchOf(sentence, match);
  const inScope = (hits: readonly PhraseHit[]): PhraseHit[] => hits.filter((h) => h.from >= stretch.from && h.to <= stretch.to);
  const all = (name: keyof typeof cues): PhraseHit[] => inScope(cues[name].all(sentence.tokens, 0, sentence.tokens.length));
  const denials = all('deny').filter((h) => !isWithin(h, match.action));
  const refused = denials.filter((h) => hasNegation(sentence, h.from, h.to));
  const counted = denials.length - refused.length;
  const negation = isNegated && match.frame.negated !== true;
  if (counted > 0 !== negation) return 'denies';
  if (counted > 0 && negation) return 'denies';
  if (all('doubt').length > 0) return 'doubts';
  if (isQuestion(sentence) || all('ask').some((h) => h.from < match.to)) return 'asks';
  if (refused.length > 0 || all('report').length > 0) return 'reports';
  return 'asserts';
}

function isWithin(hit: PhraseHit, range: { readonly from: number; readonly to: number } | null): boolean {
  return range !== null && hit.from >= range.from && hit.to <= range.to;
}

/** The stretch between "but" words in which the frame's action, or else its first word, stands. */
function stretchOf(sentence: Sentence, match: Match): { from: number; to: number } {
  const place = match.action?.from ?? match.from;
  let from = 0;
  let to = sentence.tokens.length;
  const bounds = sentence.grammar.cues.but.all(sentence.tokens, 1, sentence.tokens.length).map((h) => h.from);
  sentence.tokens.forEach((t, i) => {
    if (t.key === ';') bounds.push(i);
  });
  for (const bound of bounds) {
    if (bound <= place) from = Math.max(from, bound);
    else to = Math.min(to, bound);
  }
  return { from, to };
}

function hasNegation(sentence: Sentence, from: number, to: number): boolean {
  const start = Math.max(0, from - NEGATION_REACH);
  for (const hit of sentence.grammar.negation.all(sentence.tokens, start, to)) {
    if (hit.from >= from) continue;
    const between = sentence.tokens.slice(hit.to, from);
    if (between.every((t) => t.kind !== 'mark')) return true;
  }
  return false;
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
      return stance === 'asserts' || stance === 'reports' ? 'asks' : stance;
  }
}
