/** Known claims that a report may be another sighting of: those that the engine reads in its words, then the alike. */
import type { Pack } from '../engine/pack/schema';
import type { ClaimId, Reader } from '../engine/types';
import { EMPTY_CONTEXT, openReader } from '../engine/read';
import { readingData } from '../engine/pack/reading';
import type { NearClaim } from '../messages/protocol';
import { openNearest, type Nearest } from '../reports/nearest';
import type { Settings } from '../settings/settings';
import { makeCard, type InterfaceLanguage } from '../store/cards';
import type { PackIndex } from '../store/live';

const MOST = 5;

/** Made when first asked for; a cache that goes with the pack it was made of. */
const opened = new WeakMap<PackIndex<Pack>, { readonly reader: Reader; readonly nearest: Nearest }>();

function openFor(index: PackIndex<Pack>): { readonly reader: Reader; readonly nearest: Nearest } {
  const known = opened.get(index);
  if (known !== undefined) return known;
  const made = { reader: openReader(readingData(index.pack)), nearest: openNearest(index.pack.claims) };
  opened.set(index, made);
  return made;
}

function readClaims(reader: Reader, text: string, lang: string | null): ReadonlySet<ClaimId> {
  const found = new Set<ClaimId>();
  let context = EMPTY_CONTEXT;
  for (const line of text.split('\n')) {
    const reading = reader.read({ text: line, kind: 'text', ...(lang === null ? {} : { lang }) }, context);
    for (const { claim } of reading.findings) found.add(claim);
    context = reading.context;
  }
  return found;
}

export function findNear(
  index: PackIndex<Pack>,
  settings: Settings,
  language: InterfaceLanguage,
  { text, lang }: { readonly text: string; readonly lang: string | null },
): readonly NearClaim[] {
  const { reader, nearest } = openFor(index);
  const found = readClaims(reader, text, lang);
  return [...new Set([...found, ...nearest.find(text, MOST)])].slice(0, MOST).flatMap((id) => {
    const claim = index.claims.get(id);
    const card = claim === undefined ? null : makeCard(index, claim, settings, language);
    return card === null ? [] : [{ id, proposition: card.proposition, status: card.status, isFound: found.has(id) }];
  });
}
