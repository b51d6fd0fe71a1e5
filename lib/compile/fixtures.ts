/**
 * The rules that a claim's fixtures keep, so that no claim goes out untested: five sentences that carry it and five that
 * differ in one thing, in three languages, every positive with its stance, one of them a denial.
 */
import type { Claim } from '../engine/pack/schema';
import { faultAt, type Placed } from './check';
import type { CompileFault } from './fault';

const LEAST = 5;
const LEAST_LANGUAGES = 3;

export function checkFixtures(part: Placed<Claim>): readonly CompileFault[] {
  const { positive, negative } = part.value.fixtures;
  const faults: CompileFault[] = [];
  const say = (path: readonly (string | number)[], message: string): number =>
    faults.push(faultAt(part.source, [...part.path, 'fixtures', ...path], message));
  if (positive.length < LEAST) say(['positive'], `Expected at least ${LEAST} sentences, found ${positive.length}`);
  if (negative.length < LEAST) say(['negative'], `Expected at least ${LEAST} sentences, found ${negative.length}`);
  const languages = new Set([...positive, ...negative].map((fixture) => fixture.lang));
  if (languages.size < LEAST_LANGUAGES)
    say([], `Expected sentences in at least ${LEAST_LANGUAGES} languages, found ${[...languages].join(', ')}`);
  positive.forEach((fixture, index) => {
    if (fixture.stance === undefined) say(['positive', index], 'Missing: expected the stance of the sentence');
    if (fixture.differs !== undefined) say(['positive', index, 'differs'], 'Unknown field: only a negative differs');
  });
  negative.forEach((fixture, index) => {
    if (fixture.differs === undefined) say(['negative', index], 'Missing: expected what differs from a positive');
    if (fixture.stance !== undefined) say(['negative', index, 'stance'], 'Unknown field: only a positive has a stance');
  });
  if (!positive.some((fixture) => fixture.stance === 'denies'))
    say(['positive'], 'Expected at least one sentence whose stance is denies');
  return faults;
}
