/** Speakers and sources of a pack as the database page lists them, and what each said over time. Pure. */
import type { Claim } from '../engine/pack/schema';
import type { SaidRow, SourceRecord, SpeakerRecord, SpeakerRow } from '../messages/protocol';
import { computeStatus } from '../engine/pack/status';
import { makeStatement, pickWords, type InterfaceLanguage } from './cards';
import { findStanding, type LiveStatement, type PackIndex, type Switches } from './live';
import { listSources } from './sources';
import { countDenials, FEWEST_DAYS, isConfirmedLater } from './track-record';

/** By name; those of whom nothing stands are left out. */
export function listSpeakers(index: PackIndex, switches: Switches, language: InterfaceLanguage): readonly SpeakerRow[] {
  const counts = new Map<string, number>();
  for (const claim of index.pack.claims) {
    for (const { speaker } of findStanding(index, claim, switches)) {
      counts.set(speaker.id, (counts.get(speaker.id) ?? 0) + 1);
    }
  }
  const order = new Intl.Collator(language);
  return index.pack.speakers
    .filter(({ id }) => counts.has(id))
    .map((speaker) => ({
      id: speaker.id,
      name: pickWords(speaker.name, language),
      speakerClass: speaker.class,
      office: speaker.office === undefined ? null : pickWords(speaker.office, language),
      statements: counts.get(speaker.id) ?? 0,
    }))
    .toSorted((a, b) => order.compare(a.name, b.name));
}

function makeSaid(
  claim: Claim,
  live: LiveStatement,
  standing: readonly LiveStatement[],
  language: InterfaceLanguage,
): SaidRow {
  const statements = standing.map(({ statement }) => statement);
  return {
    claim: claim.id,
    proposition: pickWords(claim.proposition, language),
    status: computeStatus(
      standing.map(({ statement, speaker }) => ({ kind: statement.kind, speakerClass: speaker.class })),
      claim.supersededBy !== undefined,
    ),
    statement: makeStatement(live, language),
    isConfirmedLater: live.statement.kind === 'denial' && isConfirmedLater(live.statement, statements),
  };
}

/** The earliest first, undated ones last; claims and statement ids decide the rest. */
function compareSaid(a: SaidRow, b: SaidRow): number {
  const [one, other] = [a.statement.date ?? '9999', b.statement.date ?? '9999'];
  if (one !== other) return one < other ? -1 : 1;
  return `${a.claim} ${a.statement.id}` < `${b.claim} ${b.statement.id}` ? -1 : 1;
}

/** Standing statements that fit, over all claims. */
function listSaid(
  index: PackIndex,
  switches: Switches,
  language: InterfaceLanguage,
  fits: (live: LiveStatement) => boolean,
): readonly SaidRow[] {
  return index.pack.claims
    .flatMap((claim) => {
      const standing = findStanding(index, claim, switches);
      return standing.filter(fits).map((live) => makeSaid(claim, live, standing, language));
    })
    .sort(compareSaid);
}

/** Null where the pack names no such speaker. */
export function makeSpeaker(
  index: PackIndex,
  id: string,
  switches: Switches,
  language: InterfaceLanguage,
): SpeakerRecord | null {
  const speaker = index.speakers.get(id);
  if (speaker === undefined) return null;
  const said = listSaid(index, switches, language, (live) => live.speaker.id === id);
  const denials = said.filter(({ statement }) => statement.kind === 'denial');
  const count = (rows: readonly SaidRow[]) => countDenials(rows.map(({ statement }) => statement.date));
  const all = count(denials);
  return {
    id,
    name: pickWords(speaker.name, language),
    speakerClass: speaker.class,
    office: speaker.office === undefined ? null : pickWords(speaker.office, language),
    said,
    denials:
      all.days < FEWEST_DAYS ? null : { all, confirmedLater: count(denials.filter((row) => row.isConfirmedLater)) },
  };
}

/** Null where the pack names no such source. What it published is shown whether it is switched on or off. */
export function makeSource(
  index: PackIndex,
  id: string,
  switches: Switches,
  language: InterfaceLanguage,
): SourceRecord | null {
  const row = listSources(index, switches).find((source) => source.id === id);
  if (row === undefined) return null;
  const all = { sourcesOff: [], kindsOff: [] };
  const said = listSaid(index, all, language, ({ documents }) => documents.some(({ source }) => source.id === id));
  return { source: row, lang: index.sources.get(id)?.lang ?? null, said };
}
