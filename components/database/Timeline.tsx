/**
 * The timeline: one line a kind of event, dots where they fall, numbers where several fall together; below it the same
 * events as a list. Places are shares of the width and letters keep their size, so that nothing has to scroll sideways.
 */
import { drawTimeline, type Lane, type Timeline as Events, type TimelineEvent } from '../../lib/records/timeline';
import { sayDate } from '../../lib/words/dates';
import { useSpeech } from '../shared/speech';
import { Drawing } from './Drawing';

const LANE = 40;
const RADIUS = 8;
/** Room at both ends for half a dot. */
const EDGE = 3;

const share = (at: number): string => `${EDGE + at * (100 - 2 * EDGE)}%`;

function Dots({ lanes, dots }: Pick<ReturnType<typeof drawTimeline>, 'lanes' | 'dots'>) {
  return dots.map(({ lane, at, spans, events }) => {
    const y = lanes.indexOf(lane) * LANE + 30;
    return (
      <g key={`${lane} ${events[0]?.id ?? ''}`} class={`dot is-${lane}`}>
        {spans.map(({ from, to }) => (
          <line key={`${from} ${to}`} class="span" x1={share(from)} x2={share(to)} y1={y} y2={y} />
        ))}
        <circle cx={share(at)} cy={y} r={RADIUS} />
        {events.length > 1 ? (
          <text class="number" x={share(at)} y={y} dy="0.35em" text-anchor="middle">
            {events.length}
          </text>
        ) : null}
      </g>
    );
  });
}

function Events({ events }: { readonly events: readonly TimelineEvent[] }) {
  const { say, lang } = useSpeech();
  return events.map(({ id, lane, kind, who, date }) => (
    <li key={id} class={`is-${lane}`} data-event={id}>
      {date === null ? null : <time dateTime={date}>{sayDate(date, lang)}</time>}
      <span>
        <b>{lane === 'first' ? say('timeline.first') : say(`timeline.kind.${kind}`)}</b> <span dir="auto">{who}</span>
      </span>
    </li>
  ));
}

const anchorOf = (at: number): 'start' | 'middle' | 'end' => (at < 0.08 ? 'start' : at > 0.92 ? 'end' : 'middle');

export function Timeline({ timeline }: { readonly timeline: Events }) {
  const { say, lang } = useSpeech();
  const { dated, undated } = timeline;
  const { lanes, dots, ticks } = drawTimeline(timeline);
  const [first, last] = [dated[0], dated.at(-1)];
  const height = lanes.length * LANE + 22;
  return (
    <>
      {first === undefined || last === undefined ? null : (
        <Drawing
          of="timeline"
          title={say('timeline.title')}
          desc={say('timeline.desc', {
            n: dated.length,
            from: sayDate(first.date, lang),
            to: sayDate(last.date, lang),
          })}
          height={height}
        >
          {ticks.map(({ date, at }) => (
            <g key={date} class="tick">
              <line x1={share(at)} x2={share(at)} y1={16} y2={height - 18} />
              <text x={share(at)} y={height - 4} text-anchor={anchorOf(at)}>
                {sayDate(date, lang)}
              </text>
            </g>
          ))}
          {lanes.map((lane: Lane, i) => (
            <g key={lane} class="lane">
              <text x="0" y={i * LANE + 14}>
                {say(`timeline.lane.${lane}`)}
              </text>
              <line x1="0" x2="100%" y1={i * LANE + 30} y2={i * LANE + 30} />
            </g>
          ))}
          <Dots lanes={lanes} dots={dots} />
        </Drawing>
      )}
      <ol class="events">
        <Events events={dated} />
      </ol>
      {undated.length === 0 ? null : (
        <>
          <h3 id="undated">{say('timeline.undated')}</h3>
          <ul class="events" aria-labelledby="undated">
            <Events events={undated} />
          </ul>
        </>
      )}
    </>
  );
}
