/** What the popup shows of one tab: the claims its frames told of, and the sources that these rest on. */
import type { PageClaim, PageState, RecapEntry, SourceRow, TabState } from '../messages/protocol';
import { isPaused, isSiteOn } from '../settings/change';
import type { Settings } from '../settings/settings';
import { makeCard, type InterfaceLanguage } from '../store/cards';
import { findClaimSources, type PackIndex } from '../store/live';
import { makeRecap } from '../store/recap';
import { listSources } from '../store/sources';
import { sumFound, type TabFound } from './found';

interface TabFacts {
  /** Null on pages that Dalel cannot read. */
  readonly host: string | null;
  /** The browser keeps Dalel off this site. */
  readonly isWithheld: boolean;
  readonly page: PageState;
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

/** In the order of reading, without the muted ones. */
function listRecap({ found, index, settings, language }: TabFacts): readonly RecapEntry[] {
  return [...sumFound(found).keys()].flatMap((id) => {
    const claim = index.claims.get(id);
    if (claim === undefined || settings.muted.includes(id)) return [];
    const card = makeCard(index, claim, settings, language);
    return card === null ? [] : [makeRecap(card)];
  });
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
  const { host, isWithheld, page, found, index, settings } = facts;
  const [pageSources, otherSources] = splitSources(facts);
  return {
    host,
    on: settings.on,
    pausedUntil: isPaused(settings) ? settings.pausedUntil : null,
    siteOn: host !== null && isSiteOn(settings, host),
    isWithheld,
    page,
    claims: listClaims(facts),
    recap: listRecap(facts),
    pageSources,
    otherSources,
    kindsOff: settings.kindsOff,
    pack: index.pack.header,
    capped: [...new Set(found.frames.flatMap((frame) => frame.capped))],
  };
}
