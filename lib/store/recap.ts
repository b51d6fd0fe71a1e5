/** A claim in two lines, for a reader who has finished the page: who denies, doubts or confirms it, one voice a side. Pure. */
import type { StatementKind } from '../engine/pack/schema';
import type { CardStatement, ClaimCard, RecapEntry } from '../messages/protocol';

/** The sides, in the order in which they are told. */
const SIDES: readonly StatementKind[] = ['confirmation', 'denial', 'doubt', 'support'];
const MOST_VOICES = 2;

/** An official side before others, then the earliest; without a date last. */
function compareVoices(a: CardStatement, b: CardStatement): number {
  const byClass = Number(b.speakerClass === 'official') - Number(a.speakerClass === 'official');
  if (byClass !== 0) return byClass;
  return (a.date ?? '9999') < (b.date ?? '9999') ? -1 : 1;
}

export function makeRecap({ id, proposition, status, statements }: ClaimCard): RecapEntry {
  const voices = SIDES.flatMap((side) => {
    const first = statements.filter(({ kind }) => kind === side).toSorted(compareVoices)[0];
    return first === undefined ? [] : [{ kind: first.kind, speaker: first.speaker, date: first.date }];
  });
  return { id, proposition, status, voices: voices.slice(0, MOST_VOICES) };
}
