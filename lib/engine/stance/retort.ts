/**
 * Retort: a later clause, or the next sentence, that takes back what was told without telling it again: "…, but this
 * is false", "… ; officials denied it", "but there is no evidence of it". It must say so of all that was told, by a
 * word that stands for it, by its noun ("denied the sale"), or by saying nothing else: "but denied wrongdoing" is none.
 */
import type { Cue } from '../match/grammar';
import type { Stretch } from '../match/match';
import type { Sentence } from '../match/sentence';
import type { PhraseHit } from '../lexicon/phrases';
import { covers, touches, type StanceWords } from './cues';
import { isRefused } from './negation';

export interface Retort extends Stretch {
  readonly stance: 'denies' | 'doubts';
}

interface Pointer extends Stretch {
  /** A pronoun or the like stands for all of it; a message or a doing may go on to say of what it is. */
  readonly kind: 'told' | 'message' | 'doing';
}

type RetortCue = Extract<Cue, 'untrue' | 'refute' | 'unproven'>;

/** So many words may stand between what is denied and the denial. */
const REACH = 4;
const ENDS_CLAUSE: ReadonlySet<string> = new Set([',', ';', ':', '—', '–', '(', ')', '.', '!', '?', '…']);

const DASHES: ReadonlySet<string> = new Set(['—', '–']);
/** After these marks a clause may say what it is that is denied. */
const OPENS_OBJECT: ReadonlySet<string> = new Set([',', ':', '—', '–', '(']);

/** Between these tokens; `doings` are the concepts whose nouns mean what was told. Null where nothing is taken back. */
export function retortIn(
  sentence: Sentence,
  { from, to }: Stretch,
  words: StanceWords,
  doings: readonly string[] = [],
): Retort | null {
  const clauses = clausesOf(sentence, from, to);
  for (const clause of clauses) {
    const opens = clause === clauses[0] || sentence.grammar.cues.but.at(sentence.tokens, clause.from) > 0;
    for (const cue of ['untrue', 'refute', 'unproven'] as const) {
      const hits = within(sentence.grammar.cues[cue].all(sentence.tokens, clause.from, clause.to), clause);
      for (const found of hits) {
        // "Likely false" is a doubt.
        const doubt = words.cues.find((one) => one.cue === 'doubt' && covers(one, found));
        const hit = doubt ?? found;
        if (!isMeant(sentence, cue, hit, words)) continue;
        const isAll = isOfAll(sentence, cue, hit, clause, pointersIn(sentence, clause, doings));
        if (isAll || (opens && isAlone(sentence, cue, hit, clause)))
          return { from: hit.from, to: hit.to, stance: doubt || cue === 'unproven' ? 'doubts' : 'denies' };
      }
    }
    // What comes after another thing is said of that.
    if (sentence.mentions.some((m) => m.concept.kind === 'object' && m.from >= clause.from && m.to <= clause.to))
      return null;
  }
  return null;
}

/** Where there are no articles, a dash stands for "is": "это — ложь". */
function clausesOf({ tokens, grammar }: Sentence, from: number, to: number): Stretch[] {
  const clauses: Stretch[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    const key = tokens[i]?.key ?? '';
    const ends = ENDS_CLAUSE.has(key) && !(grammar.articles.isEmpty && DASHES.has(key));
    if (i < to && !ends) continue;
    if (i > start) clauses.push({ from: start, to: i });
    start = i + 1;
  }
  return clauses;
}

function within(hits: readonly PhraseHit[], { from, to }: Stretch): readonly PhraseHit[] {
  const inside = hits.filter((hit) => hit.from >= from && hit.to <= to);
  return inside.filter((hit) => !inside.some((other) => covers(other, hit)));
}

function pointersIn(sentence: Sentence, clause: Stretch, doings: readonly string[]): Pointer[] {
  const { tokens, grammar, actions } = sentence;
  const found = (kind: 'told' | 'message', hits: readonly PhraseHit[]): Pointer[] =>
    within(hits, clause).map((hit) => ({ ...hit, kind }));
  const nouns = actions.filter((a) => a.tag === 'n' && doings.some((doing) => a.means.has(doing)));
  return [
    ...found('told', grammar.told.all(tokens, clause.from, clause.to)),
    ...found('message', grammar.messages.all(tokens, clause.from, clause.to)),
    ...within(nouns, clause).map(({ from, to }): Pointer => ({ from, to, kind: 'doing' })),
  ];
}

/** Not "not false", "nobody denied", "did not deny", "neither confirmed nor denied". */
function isMeant(sentence: Sentence, cue: RetortCue, hit: PhraseHit, words: StanceWords): boolean {
  const { tokens, grammar } = sentence;
  const turning = cue === 'unproven' ? [grammar.cues.ask] : [grammar.affirming, grammar.cues.ask];
  const turned = turning.flatMap((list) => list.all(tokens, 0, tokens.length));
  if (turned.some((other) => touches(other, hit) && other.to - other.from > 1)) return false;
  if (words.nones.some((none) => none.to <= hit.from && hit.from - none.to <= REACH)) return false;
  return !isRefused(sentence, words, hit);
}

/** "But it is false", "pero es falso": the clause says nothing else, nor does one that it opens: "denied, that …". */
function isAlone(sentence: Sentence, cue: RetortCue, hit: PhraseHit, clause: Stretch): boolean {
  if (!isFilled(sentence, clause.from, hit.from)) return false;
  const { tokens, grammar } = sentence;
  const next = tokens[hit.to]?.key ?? '';
  if (hit.to === clause.to) return cue === 'untrue' || !OPENS_OBJECT.has(next);
  return cue === 'untrue' && (grammar.and.has(next) || grammar.cues.report.at(tokens, hit.to) > 0);
}

/** Whether the words say it of what stands for all that was told. */
function isOfAll(
  sentence: Sentence,
  cue: RetortCue,
  hit: PhraseHit,
  clause: Stretch,
  pointers: readonly Pointer[],
): boolean {
  const closes = isClosed(sentence, hit.to);
  const { grammar, tokens } = sentence;
  const isVerbLast = grammar.language.suffixNegation;
  return pointers.some((p) => {
    // "stimmt das nicht", "никто этого не подтвердил"
    if (p.from >= hit.from && p.to <= hit.to) return closes;
    if (p.from >= hit.to) return isFilled(sentence, hit.to, p.from) && endsWith(sentence, p, clause);
    if (p.to > hit.from || hit.from - p.to > REACH || goesOn(sentence, p, hit)) return false;
    const key = p.to - p.from === 1 ? (tokens[p.from]?.key ?? '') : '';
    // "das Ministerium bestreitet": an article stands for something only right before the verb.
    if (grammar.articles.has(key) && p.to < hit.from) return false;
    // "pogłoski o wypadku to kłamstwo": between a subject and what it is, such a word stands for nothing.
    const isLink = cue === 'untrue' && p.from > clause.from && !followsEmpty(sentence, p.from, clause);
    if (isLink && grammar.articles.isEmpty && !isVerbLast) return false;
    const isNear = isFilled(sentence, p.to, hit.from);
    if (cue !== 'refute') return isNear && closes;
    // "it denied": who denies.
    if (grammar.pronouns.has(key) && !isVerbLast) return false;
    return isNear || (p.kind === 'told' && closes && (!isVerbLast || grammar.pronouns.has(key)));
  });
}

/** After the denial: "denied it", not "denied it would be sold"; "denied the sale", not "the sale to Ukraine". */
function endsWith(sentence: Sentence, { to, kind }: Pointer, clause: Stretch): boolean {
  if (kind === 'told' && isClosed(sentence, to)) return true;
  for (let at = to; at < clause.to;) {
    const end = sentence.grammar.adverbs.at(sentence.tokens, at);
    if (end === 0) return false;
    at = end;
  }
  return true;
}

/** Before it: "the reports of a fire are false". */
function goesOn({ tokens, grammar }: Sentence, { to, kind }: Pointer, hit: PhraseHit): boolean {
  const next = tokens[to];
  if (kind === 'told' || next === undefined || to >= hit.from) return false;
  return grammar.markers.has(next.key) || grammar.relative.at(tokens, to) > 0;
}

/** What begins here names nothing more: the end, a mark, "in", "and", who says so. */
function isClosed(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  return token === undefined || token.kind === 'mark' || emptyEnd(sentence, at) > 0;
}

/** Only words that name nothing. */
function isFilled(sentence: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to;) {
    const end = sentence.grammar.articles.has(sentence.tokens[i]?.key ?? '') ? i + 1 : emptyEnd(sentence, i);
    if (end === 0) return false;
    i = end;
  }
  return true;
}

/** Whether a word or phrase that names nothing ends right before. */
function followsEmpty(sentence: Sentence, at: number, clause: Stretch): boolean {
  for (let from = at - 1; from >= clause.from && at - from <= REACH; from--)
    if (emptyEnd(sentence, from) === at) return true;
  return false;
}

/** Where a word or phrase ends that begins here and names nothing but who speaks, or 0. */
function emptyEnd({ tokens, grammar, parties }: Sentence, at: number): number {
  const { key = '', kind } = tokens[at] ?? {};
  if (kind === 'mark') return at + 1;
  const isSmall = grammar.passive.has(key) || grammar.markers.has(key) || grammar.and.has(key);
  const party = parties.find((p) => p.from === at);
  const { cues } = grammar;
  const phrases = [grammar.adverbs, cues.but, cues.report, grammar.aside].map((list) => list.at(tokens, at));
  return Math.max(isSmall ? at + 1 : 0, party?.to ?? 0, ...phrases);
}
