/**
 * Context: what the headline and the sentences before have named, small enough to compare. Parties fade after a
 * dozen sentences, objects after three; what the title names holds for the page.
 */
import type { Context } from '../types';
import type { RoleName } from '../pack/schema';
import type { Lexicon, Mention } from '../lexicon/lexicon';
import type { Sentence } from './sentence';

export const EMPTY_CONTEXT: Context = { parties: [], objects: [], title: [] };

const PARTY_LASTS = 12;
const OBJECT_LASTS = 3;
/** Where the title names another country and not ours, ours must have been named just now. */
const PARTY_LASTS_UNDER_OTHER_TITLE = 2;

/** The concept in force that is one of `fillers`, or null. */
export function knows(context: Context, fillers: readonly string[], lexicon: Lexicon, role: RoleName): string | null {
  const fits = (concept: string): boolean => fillers.some((f) => lexicon.means(concept).has(f));
  const inTitle = context.title.find(fits);
  if (inTitle !== undefined) return inTitle;
  const isParty = role === 'giver' || role === 'receiver' || role === 'party';
  if (!isParty) return context.objects.findLast(([concept]) => fits(concept))?.[0] ?? null;
  const foreignTitle = context.title.some((concept) => lexicon.isCountry(concept));
  const limit = foreignTitle ? PARTY_LASTS_UNDER_OTHER_TITLE : PARTY_LASTS;
  return context.parties.findLast(([concept, age]) => age <= limit && fits(concept))?.[0] ?? null;
}

/** Whether anything that a claim could be about is named in the headline or still in force. */
export function hasAnchor(context: Context, anchors: ReadonlySet<string>): boolean {
  return (
    context.title.some((concept) => anchors.has(concept)) || context.parties.some(([concept]) => anchors.has(concept))
  );
}

/** The context after one sentence with these mentions, or after `count` of them in which nothing more was told apart. */
export function afterSentence(context: Context, mentions: readonly Mention[], count = 1): Context {
  const parties = new Map(context.parties.map(([concept, age]) => [concept, age + count] as const));
  const objects = new Map(context.objects.map(([concept, age]) => [concept, age + count] as const));
  for (const mention of mentions) {
    const table = mention.concept.kind === 'party' ? parties : mention.concept.kind === 'cue' ? null : objects;
    if (!table) continue;
    table.delete(mention.concept.id);
    table.set(mention.concept.id, 0);
  }
  return {
    parties: [...parties].filter(([, age]) => age <= PARTY_LASTS),
    objects: [...objects].filter(([, age]) => age <= OBJECT_LASTS),
    title: context.title,
  };
}

export function withTitle(context: Context, sentences: readonly Sentence[]): Context {
  const named = sentences.flatMap((s) => s.mentions.filter((m) => m.concept.kind !== 'cue').map((m) => m.concept.id));
  return { ...context, title: [...new Set(named)].sort() };
}

export function sameContext(a: Context, b: Context): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
