/** How far the matter is said to have gone: the stage in words, and its place on the ladder as a row of ticks. */
import type { Rung as RungName } from '../../lib/engine/pack/schema';
import type { Say } from '../../lib/words/say';

/** Lowest first. A record, so that a new stage does not compile until it has its place. */
const PLACES: Readonly<Record<RungName, number>> = {
  interest: 1,
  talks: 2,
  memorandum: 3,
  contract: 4,
  paid: 5,
  delivered: 6,
  'in-service': 7,
  retired: 8,
  auctioned: 9,
};
const STAGES = Object.values(PLACES);

export function Rung({ rung, say }: { readonly rung: RungName; readonly say: Say }) {
  return (
    <p class="rung">
      <span class="ladder" aria-hidden="true">
        {STAGES.map((place) => (
          <i key={place} class={place <= PLACES[rung] ? 'is-reached' : ''} />
        ))}
      </span>
      <span>
        {say('card.rung')} <b>{say(`rung.${rung}`)}</b>
      </span>
    </p>
  );
}
