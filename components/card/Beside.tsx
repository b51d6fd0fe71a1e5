/** This page beside the record: its figures, its day, and whether it tells the denial itself, with the way there. */
import type { FigureDrift } from '../../lib/engine/types';
import type { AsOf } from '../../lib/page/as-of';
import type { CardClaim, CardView } from '../../lib/page/card-view';
import type { Say } from '../../lib/words/say';
import { sayRole } from './Why';

const BEFORE: Readonly<Record<AsOf['unit'], string>> = {
  days: 'card.as-of.before-days',
  months: 'card.as-of.before-months',
  years: 'card.as-of.before-years',
};
const AFTER: Readonly<Record<AsOf['unit'], string>> = {
  days: 'card.as-of.after-days',
  months: 'card.as-of.after-months',
  years: 'card.as-of.after-years',
};

/** "First denial (Ministry): 2 days after this page." */
export function sayAsOf({ event, speaker, when, n, unit }: AsOf, say: Say): string {
  const what = say(event === 'denial' ? 'card.as-of.denial' : 'card.as-of.confirmation', { speaker });
  switch (when) {
    case 'same':
      return say('card.as-of.same', { what });
    // The page came before what it stands beside.
    case 'before':
      return say(AFTER[unit], { what, n });
    case 'after':
      return say(BEFORE[unit], { what, n });
  }
}

/** The engine writes "81 / 117" for 81 of 117, and "USD 2260000" for a sum. */
function sayRecord({ role, record }: FigureDrift, say: Say, lang: string): string {
  const parts = record.split(' / ');
  if (role === 'value') return parts.map((sum) => saySum(sum, lang)).join(' / ');
  const [count = record, of] = parts;
  return of === undefined ? record : say('card.figure.of', { count, of });
}

function saySum(sum: string, lang: string): string {
  const [currency = '', value = ''] = sum.split(' ');
  const form = { style: 'currency', currency, notation: 'compact', compactDisplay: 'long' } as const;
  return new Intl.NumberFormat(lang, { ...form, maximumFractionDigits: 2, minimumFractionDigits: 0 }).format(
    Number(value),
  );
}

export interface BesideProps extends Pick<CardView, 'say' | 'lang' | 'onDenial'> {
  readonly claim: CardClaim;
}

export function Beside({ claim, say, lang, onDenial }: BesideProps) {
  const { finding, asOf, isDeniedHere } = claim;
  return (
    <>
      {finding.figures.map((figure, i) => (
        <p class="figure" key={i}>
          {say('card.figure', {
            role: sayRole(figure.role, say),
            page: figure.page,
            record: sayRecord(figure, say, lang),
          })}
        </p>
      ))}
      {asOf !== null && <p class="figure as-of">{sayAsOf(asOf, say)}</p>}
      {isDeniedHere && (
        <p class="figure">
          {say('card.denied-here')}{' '}
          <button type="button" class="plain" onClick={onDenial}>
            {say('card.denied-here.go')}
          </button>
        </p>
      )}
    </>
  );
}
