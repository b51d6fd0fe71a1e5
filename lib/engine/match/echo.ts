/**
 * Echo: a sentence that denies or doubts what was just told without telling it again: "The ministry denied this
 * information", "эти сведения не соответствуют действительности". It is about the claim found last before it.
 */
import { stanceWords, touches } from '../stance/cues';
import { retortIn } from '../stance/retort';
import { readStance } from '../stance/stance';
import type { Stance } from '../pack/schema';
import { gapBetween, type Match, type Stretch } from './match';
import type { Sentence } from './sentence';

export interface Echo {
  readonly match: Match;
  readonly stance: Stance;
}

/** The cue and what it is said of stand at most this many tokens apart. */
const CUE_REACH = 6;
/** What the words go on to tell within so many tokens is told here, not before: "the reports of a blast". */
const TOLD_HERE = 5;
const WEIGHT = 0.75;

/**
 * Null where nothing points back to what was told, or where no stand is taken on it. `isNext`: whether it was told in
 * the sentence right before, so that a bare "this" is about it.
 */
export function echoIn(sentence: Sentence, isNext: boolean): Echo | null {
  return echoOfMessage(sentence) ?? (isNext ? echoOfAll(sentence) : null);
}

/** "This is false.", "Officials denied it." */
function echoOfAll(sentence: Sentence): Echo | null {
  const all = { from: 0, to: sentence.tokens.length };
  const retort = retortIn(sentence, all, stanceWords(sentence, bareMatch(all)));
  if (retort === null) return null;
  const { stance, from, to } = retort;
  return { match: { ...bareMatch({ from, to }), filled: [{ role: 'cue', from, to, isSettled: true }] }, stance };
}

function echoOfMessage(sentence: Sentence): Echo | null {
  const { tokens, grammar } = sentence;
  const told = grammar.messages.all(tokens, 0, tokens.length).find((hit) => !tellsMore(sentence, hit));
  if (told === undefined) return null;
  const object = { role: 'object', ...told, isSettled: true } as const;
  const bare: Match = { ...bareMatch(told), filled: [object] };
  const cue = stanceWords(sentence, bare).cues.find(
    (hit) => (hit.cue === 'deny' || hit.cue === 'doubt') && gapBetween(hit, told) <= CUE_REACH,
  );
  if (cue === undefined) return null;
  const filled = [object, { role: 'cue', from: cue.from, to: cue.to, isSettled: true } as const];
  const { stance } = readStance(sentence, bare);
  if (stance !== 'denies' && stance !== 'doubts') return null;
  const [from, to] = [Math.min(cue.from, told.from), Math.max(cue.to, told.to)];
  return { match: { ...bare, filled, from, to }, stance };
}

function bareMatch({ from, to }: Stretch): Match {
  const frame = { id: 'echo', roles: {}, weight: WEIGHT };
  return { frame, filled: [], away: [], fromContext: [], action: null, actions: [], trust: 1, from, to };
}

function tellsMore({ mentions, tokens, grammar }: Sentence, { to }: Stretch): boolean {
  const denials = grammar.cues.deny.all(tokens, to, tokens.length);
  return mentions.some(
    (mention) =>
      (mention.concept.kind === 'object' || mention.concept.kind === 'action') &&
      mention.from >= to &&
      mention.from < to + TOLD_HERE &&
      // "жоққа шығарды" holds a word for making.
      !denials.some((hit) => touches(hit, mention)),
  );
}
