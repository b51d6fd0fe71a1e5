/** Cards as a page would hand them over, of the frozen claims with the given numbers. */
import type { CardView } from '../../lib/page/card-view';
import type { Say } from '../../lib/words/say';
import { wordsFor, type Language } from '../../lib/words/words';
import { readAsOf } from '../../lib/page/as-of';
import { SAMPLES } from './samples';
import { findingAt } from '../unit/page/page-fixture';

const nothing = (): void => undefined;

export function cardView(lang: Language, numbers: readonly number[]): CardView {
  const claims = numbers.flatMap((number, i) => {
    const card = SAMPLES.cards[lang][number];
    if (card === undefined) return [];
    const isFirst = i === 0;
    return [
      {
        card,
        finding: findingAt(0, 60, {
          claim: card.id,
          quote: 'United States has bought 81 retired combat aircraft from Kazakhstan',
          stance: 'asserts' as const,
          evidence: [
            { role: 'receiver', text: 'United States', start: findingAt(0, 13).start },
            { role: 'action', text: 'has bought', start: findingAt(14, 24).start },
            { role: 'count', text: '81', start: findingAt(25, 27).start },
          ],
          figures: number === 2 ? [{ role: 'count', page: '90', record: '117' }] : [],
        }),
        nth: 1,
        of: isFirst ? 3 : 1,
        asOf: readAsOf('2024-04-30', card.statements),
        isDeniedHere: isFirst && numbers.length > 1,
      },
    ];
  });
  return {
    claims,
    selected: 0,
    // The card asks by plain text, since a page hands it its few words.
    say: wordsFor(lang) as Say,
    lang,
    onSelect: nothing,
    onStep: nothing,
    onDenial: nothing,
    onClose: nothing,
    onRecord: nothing,
    onReport: nothing,
  };
}
