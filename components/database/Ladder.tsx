/** The procurement ladder with the claim's rung on it: the furthest that anything on record says the matter got. */
import type { Rung } from '../../lib/engine/pack/schema';
import { LADDER } from '../../lib/records/closed-sets';
import { useSpeech } from '../shared/speech';
import { Drawing } from './Drawing';

const ROW = 26;
const WIDTH = 34;

export function Ladder({ rung }: { readonly rung: Rung }) {
  const { say } = useSpeech();
  const height = LADDER.length * ROW;
  const yOf = (step: number): number => height - step * ROW - ROW / 2;
  const name = say(`rung.${rung}`);
  return (
    <>
      <Drawing of="ladder" title={say('ladder.title')} desc={say('ladder.desc', { rung: name })} height={height}>
        <path class="rails" d={`M5 0V${height}M${WIDTH - 5} 0V${height}`} />
        {LADDER.map((one, step) => (
          <g key={one} class={one === rung ? 'rung is-here' : 'rung'}>
            {one === rung ? (
              <rect x="0" y={yOf(step) - 6} width={WIDTH} height="12" rx="4" />
            ) : (
              <path d={`M5 ${yOf(step)}H${WIDTH - 5}`} />
            )}
            <text x={WIDTH + 12} y={yOf(step)} dy="0.35em">
              {say(`rung.${one}`)}
            </text>
          </g>
        ))}
      </Drawing>
      <ol class="visually-hidden">
        {LADDER.map((one) => (
          <li key={one} {...(one === rung ? { 'aria-current': 'step' as const } : {})}>
            {say(`rung.${one}`)}
          </li>
        ))}
      </ol>
    </>
  );
}
