/**
 * What the engine finds in the fixtures of a pack: pairs of claims that mark the same sentence, which a reader would
 * see as two notes on one passage, and sentences that read otherwise than their claim says.
 */
import { readingData } from '../engine/pack/reading';
import type { Fixture, Pack } from '../engine/pack/schema';
import { EMPTY_CONTEXT, NORMAL_CONFIDENCE, openReader } from '../engine/read';
import type { Finding, Reader } from '../engine/types';
import { compareText } from './fault';

export interface FixtureReadings {
  /** As `claim + claim: 2 fixtures`, the pair in the order of ids; whose fixtures they are does not matter. */
  readonly overlapping: readonly string[];
  /** As `claim/positive[2] (ru): expected denies, found nothing`. */
  readonly misread: readonly string[];
}

/** What would be shown at the normal setting. What stood before is read as blocks of its own, the first as the title. */
export function readFixture(reader: Reader, fixture: Pick<Fixture, 'text' | 'before'>): readonly Finding[] {
  let context = EMPTY_CONTEXT;
  fixture.before?.forEach((text, i) => {
    context = reader.read({ text, kind: i === 0 ? 'title' : 'text' }, context).context;
  });
  return reader
    .read({ text: fixture.text, kind: 'text' }, context)
    .findings.filter((finding) => finding.confidence >= NORMAL_CONFIDENCE);
}

/** What is wrong with a reading, or null: a positive must be found with its stance, a negative not at all. */
function judge(fixture: Fixture, own: readonly Finding[]): string | null {
  const stances = [...new Set(own.map(({ stance }) => stance))].join(', ');
  if (fixture.stance === undefined) return stances === '' ? null : `expected nothing, found ${stances}`;
  if (own.some(({ stance }) => stance === fixture.stance)) return null;
  return `expected ${fixture.stance}, found ${stances === '' ? 'nothing' : stances}`;
}

/** Every pair of a sorted list. */
const pairsOf = (ids: readonly string[]): readonly string[] =>
  ids.flatMap((id, index) => ids.slice(index + 1).map((other) => `${id} + ${other}`));

export function readFixtures(pack: Pack): FixtureReadings {
  const reader = openReader(readingData(pack));
  const misread: string[] = [];
  const counts = new Map<string, number>();
  for (const { id, fixtures } of pack.claims) {
    for (const list of ['positive', 'negative'] as const) {
      fixtures[list].forEach((fixture, index) => {
        const findings = readFixture(reader, fixture);
        const fault = judge(
          fixture,
          findings.filter(({ claim }) => claim === id),
        );
        if (fault !== null) misread.push(`${id}/${list}[${index}] (${fixture.lang}): ${fault}`);
        const marked = [...new Set(findings.map(({ claim }) => claim))].toSorted(compareText);
        for (const pair of pairsOf(marked)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
      });
    }
  }
  const overlapping = [...counts]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([pair, count]) => `${pair}: ${count} ${count === 1 ? 'fixture' : 'fixtures'}`);
  return { overlapping, misread };
}
