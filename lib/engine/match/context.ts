/**
 * Context: what the headline and the sentences before have named, small enough to compare. Parties fade after a
 * dozen sentences, objects and claims after three; what the title names holds for the page.
 */
import type { ClaimId, Context, Named } from '../types';
import type { RoleName } from '../pack/schema';
import type { Lexicon, Mention } from '../lexicon/lexicon';
import type { Token } from '../text/tokens';

export const EMPTY_CONTEXT: Context = { parties: [], objects: [], title: [], claims: [] };

const PARTY_LASTS = 12;
const OBJECT_LASTS = 3;
const CLAIM_LASTS = 3;
/** A block counts for one sentence at least, so none further back than this is remembered. */
export const BLOCKS_REMEMBERED = Math.max(PARTY_LASTS, OBJECT_LASTS, CLAIM_LASTS) + 1;
/** Where the title names another country and not ours, ours must have been named just now. */
const PARTY_LASTS_UNDER_OTHER_TITLE = 2;
/** As many characters of the page's words are kept. */
const WORDS_KEPT = 60;

/** What a run of text named: its mentions and the claims found in it. */
export interface Told {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly claims?: readonly ClaimId[];
}

/** The concept in force that is one of `fillers`, or null. */
export function knows(context: Context, fillers: readonly string[], lexicon: Lexicon, role: RoleName): Named | null {
  const fits = ({ concept }: Named): boolean => fillers.some((f) => lexicon.means(concept).has(f));
  const inTitle = context.title.find(fits);
  if (inTitle !== undefined) return inTitle;
  const isParty = role === 'giver' || role === 'receiver' || role === 'party';
  if (!isParty) return context.objects.findLast(fits) ?? null;
  const foreignTitle = context.title.some(({ concept }) => lexicon.isCountry(concept));
  const limit = foreignTitle ? PARTY_LASTS_UNDER_OTHER_TITLE : PARTY_LASTS;
  return context.parties.findLast((named) => named.age <= limit && fits(named)) ?? null;
}

/** Whether anything that a claim could be about is named in the headline or still in force. */
export function hasAnchor(context: Context, isAnchor: (concept: string) => boolean): boolean {
  const isOurs = ({ concept }: Named): boolean => isAnchor(concept);
  return context.title.some(isOurs) || context.parties.some(isOurs);
}

/** The context after one sentence, or after `count` of them in which nothing more was told apart. */
export function afterSentence(context: Context, told: Told, count = 1): Context {
  const older = (named: Named): readonly [string, Named] => [named.concept, { ...named, age: named.age + count }];
  const parties = new Map(context.parties.map(older));
  const objects = new Map(context.objects.map(older));
  const claims = new Map(context.claims.map(([claim, age]) => [claim, age + count] as const));
  for (const mention of told.mentions) {
    const { id, kind } = mention.concept;
    const table = kind === 'party' ? parties : kind === 'cue' ? null : objects;
    if (!table) continue;
    table.delete(id);
    table.set(id, nameOf(mention, told));
  }
  for (const claim of told.claims ?? []) claims.set(claim, 0);
  return {
    parties: [...parties.values()].filter(({ age }) => age <= PARTY_LASTS),
    objects: [...objects.values()].filter(({ age }) => age <= OBJECT_LASTS),
    title: context.title,
    claims: [...claims].filter(([, age]) => age <= CLAIM_LASTS),
  };
}

/** The context with what the title names. */
export function withTitle(context: Context, told: Told): Context {
  const title = new Map<string, Named>();
  for (const mention of told.mentions) {
    const { id, kind } = mention.concept;
    if (kind !== 'cue' && !title.has(id)) title.set(id, nameOf(mention, told));
  }
  return { ...context, title: [...title.values()].sort((a, b) => (a.concept < b.concept ? -1 : 1)) };
}

function nameOf(mention: Mention, { text, tokens }: Told): Named {
  const words = text.slice(tokens[mention.from]?.start, tokens[mention.to - 1]?.end).slice(0, WORDS_KEPT);
  return { concept: mention.concept.id, age: 0, words };
}

/** What is left when all that fades has faded. */
export function forgotten({ title, others }: Context): Context {
  return { ...EMPTY_CONTEXT, title, ...(others && { others: others.map(forgotten) }) };
}

export function sameContext(a: Context, b: Context): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
