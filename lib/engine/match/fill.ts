/**
 * Fill: finds for a frame the tightest set of words in a sentence that fills its roles, with the parts of the
 * parties respected and no other country in a role that the frame gives to one. What the sentence lacks may come
 * from the context where the frame allows it.
 */
import type { Frame, RoleName } from '../pack/schema';
import type { Lexicon, Mention } from '../lexicon/lexicon';
import type { Context } from '../types';
import { partOf, type Assigned } from './parts';
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
  readonly fromContext: readonly { readonly role: RoleName; readonly concept: string }[];
  readonly action: Mention | null;
  /** First token and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Further apart than this, words of one frame say nothing together. */
const WITHIN = 24;

export function fillFrame(frame: Frame, sentence: Sentence, context: Context, lexicon: Lexicon): Match | null {
  if (frame.without?.some((filler) => isNamed(filler, sentence))) return null;
  const roles = Object.entries(frame.roles) as [RoleName, string[]][];
  const actionFillers = frame.roles['action'];
  const actions = actionFillers ? sentence.actions.filter((a) => actionFillers.some((f) => a.means.has(f))) : [];
  if (actionFillers && actions.length === 0) return null;
  let best: Match | null = null;
  for (const action of actions.length > 0 ? actions : [null]) {
    const match = fillAround(frame, roles, action, sentence, context, lexicon);
    if (match && (best === null || match.to - match.from < best.to - best.from)) best = match;
  }
  return best;
}

function fillAround(
  frame: Frame,
  roles: readonly [RoleName, string[]][],
  action: Mention | null,
  sentence: Sentence,
  context: Context,
  lexicon: Lexicon,
): Match | null {
  const filled: Filled[] = [];
  const fromContext: { role: RoleName; concept: string }[] = [];
  if (action) filled.push({ role: 'action', from: action.from, to: action.to, isSettled: true });
  // The rarest roles first: numbers and objects hold the others in place.
  for (const [role, fillers] of [...roles].sort((a, b) => rank(a[0]) - rank(b[0]))) {
    if (role === 'action') continue;
    const choice = nearest(role, fillers, action, sentence, filled);
    if (choice) {
      filled.push(choice);
      continue;
    }
    if (!frame.context?.includes(role)) return null;
    const concept = knows(context, fillers, lexicon, role);
    if (concept === null) return null;
    fromContext.push({ role, concept });
  }
  if (frame.settled?.some((role) => filled.some((f) => f.role === role && !f.isSettled))) return null;
  if (filled.length === 0 || !isInOrder(frame, filled) || hasRival(frame, action, sentence, filled, lexicon)) return null;
  for (const [role, fillers] of Object.entries(frame.optional ?? {}) as [RoleName, string[]][]) {
    const choice = nearest(role, fillers, action, sentence, filled);
    if (choice && spanOf([...filled, choice]) <= (frame.within ?? WITHIN)) filled.push(choice);
  }
  if (spanOf(filled) > (frame.within ?? WITHIN)) return null;
  const from = Math.min(...filled.map((f) => f.from));
  const to = Math.max(...filled.map((f) => f.to));
  return { frame, filled, fromContext, action, from, to };
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
      if (assigned.part !== role && assigned.part !== 'open' && (assigned.isSettled || action?.concept.flow !== undefined)) continue;
      isSettled = assigned.isSettled;
    }
    const cost = distance(candidate, filled) + (isSettled ? 0 : 4);
    if (cost < bestCost) [best, bestCost] = [{ role, from: candidate.from, to: candidate.to, isSettled }, cost];
  }
  return best;
}

function distance(candidate: { from: number; to: number }, filled: readonly Filled[]): number {
  if (filled.length === 0) return 0;
  return Math.min(...filled.map((f) => (f.from >= candidate.to ? f.from - candidate.to : candidate.from - f.to)));
}

function candidatesOf(fillers: readonly string[], sentence: Sentence): { from: number; to: number; mention?: Mention }[] {
  const found: { from: number; to: number; mention?: Mention }[] = [];
  for (const mention of sentence.mentions) {
    if (fillers.some((f) => mention.means.has(f))) found.push({ from: mention.from, to: mention.to, mention });
  }
  for (const filler of fillers) {
    const range = numberRange(filler);
    if (!range) continue;
    for (const n of sentence.numbers) if (n.value >= range[0] && n.value <= range[1]) found.push({ from: n.from, to: n.to });
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

function isInOrder(frame: Frame, filled: readonly Filled[]): boolean {
  const places = (frame.order ?? []).map((role) => filled.find((f) => f.role === role)?.from ?? -1).filter((p) => p >= 0);
  return places.every((place, i) => i === 0 || place > (places[i - 1] ?? -1));
}

/** Another country in a role of the frame: "India buys 36 Rafale" beside "Kazakhstan" is India's deal. */
function hasRival(
  frame: Frame,
  action: Mention | null,
  sentence: Sentence,
  filled: readonly Filled[],
  lexicon: Lexicon,
): boolean {
  const own = new Set(Object.values(frame.roles).flat().concat(frame.beside ?? []));
  const rivals = sentence.parties.filter(
    (p) => lexicon.isCountry(p.concept.id) && ![...p.means].some((id) => own.has(id)),
  );
  if (rivals.length === 0) return false;
  for (const role of ['giver', 'receiver', 'party'] as const) {
    if (!frame.roles[role]) continue;
    const ours = filled.find((f) => f.role === role);
    for (const rival of rivals) {
      const assigned = role === 'party' ? null : partOf(sentence, rival, action);
      const fits = assigned === null || assigned.part === role || assigned.part === 'open';
      if (!ours && fits) return true;
      if (ours && !ours.isSettled && assigned?.part === role && assigned.isSettled) return true;
    }
  }
  return false;
}
