/** What the popup shows of one tab: the claims its frames told of, and the sources that these rest on. */
import type { PageClaim, SourceRow, TabState } from '../messages/protocol';
import { isOnFor } from '../settings/change';
import type { Settings } from '../settings/settings';
import { makeCard, type InterfaceLanguage } from '../store/cards';
import { findClaimSources, type PackIndex } from '../store/live';
import { listSources } from '../store/sources';
import { siteHost } from './address';
import { sumFound, type TabFound } from './found';

interface TabFacts {
  readonly url: string | undefined;
  readonly found: TabFound;
  readonly index: PackIndex;
  readonly settings: Settings;
  readonly language: InterfaceLanguage;
}

/** The most mentioned first; muted ones too, so that the popup can give them back. */
function listClaims({ found, index, settings, language }: TabFacts): readonly PageClaim[] {
  return [...sumFound(found)]
    .flatMap(([id, mentions]) => {
      const claim = index.claims.get(id);
      const card = claim === undefined ? null : makeCard(index, claim, settings, language);
      if (card === null) return [];
      return [{ id, proposition: card.proposition, status: card.status, mentions, muted: settings.muted.includes(id) }];
    })
    .toSorted((a, b) => b.mentions - a.mentions);
}

/** A claim whose every source is off has no row above, but its sources are here to be switched on again. */
function splitSources({
  found,
  index,
  settings,
}: TabFacts): readonly [page: readonly SourceRow[], other: readonly SourceRow[]] {
  const onPage = new Set<string>();
  for (const id of sumFound(found).keys()) {
    const claim = index.claims.get(id);
    if (claim !== undefined) for (const source of findClaimSources(index, claim)) onPage.add(source);
  }
  const rows = listSources(index, settings);
  return [rows.filter(({ id }) => onPage.has(id)), rows.filter(({ id }) => !onPage.has(id))];
}

export function makeTabState(facts: TabFacts): TabState {
  const { url, found, index, settings } = facts;
  const host = siteHost(url);
  const [pageSources, otherSources] = splitSources(facts);
  return {
    host,
    on: settings.on,
    siteOn: isOnFor({ ...settings, on: true }, host),
    claims: listClaims(facts),
    pageSources,
    otherSources,
    kindsOff: settings.kindsOff,
    pack: index.pack.header,
    capped: found.frames.some((frame) => frame.capped),
  };
}
