/**
 * A speaker: what they said over time, and where they denied something on five days or more, how many denials there are
 * and how many of them stand on claims that were confirmed later. Counts with the way to each set; no share and no adjective, which would be a judgement.
 */
import type { DenialCount, SpeakerRecord } from '../../lib/messages/protocol';
import { addressOf, listWith, type Only } from '../../lib/records/route';
import { useSpeech } from '../shared/speech';
import { PersonPage } from './PersonPage';
import { SaidList } from './SaidList';

export interface SpeakerPageProps {
  readonly id: string;
  /** Null where the database knows no such speaker. */
  readonly found: SpeakerRecord | null;
  /** Which of the statements the address asks for. */
  readonly only: Only;
}

function Denials({ id, denials, only }: { id: string; denials: NonNullable<SpeakerRecord['denials']>; only: Only }) {
  const { say } = useSpeech();
  const count = (key: 'speaker.denials' | 'speaker.confirmed-later', { denials: n, days }: DenialCount) =>
    n === 0 ? say(key, { n }) : say('speaker.on-days', { what: say(key, { n }), n: days });
  const sets = [
    ['all', say('speaker.all')],
    ['denials', count('speaker.denials', denials.all)],
    ['confirmed-later', count('speaker.confirmed-later', denials.confirmedLater)],
  ] as const;
  return (
    <nav class="lists" aria-label={say('speaker.sets')}>
      {sets.map(([set, name]) => (
        <a
          key={set}
          data-set={set}
          href={addressOf({ view: 'speaker', id, only: set })}
          {...(set === only ? { 'aria-current': 'page' as const } : {})}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

export function SpeakerPage({ id, found, only }: SpeakerPageProps) {
  const { say } = useSpeech();
  if (found === null) return <PersonPage of="speakers" id={id} name={say('speaker.unknown', { id })} about={[]} />;
  const { name, speakerClass, office, said, denials } = found;
  // On fewer than five days there is no set of them to look at, whatever the address says.
  const set = denials === null ? 'all' : only;
  const shown = said.filter(
    ({ statement, isConfirmedLater }) =>
      set === 'all' || (set === 'denials' ? statement.kind === 'denial' : isConfirmedLater),
  );
  return (
    <PersonPage
      of="speakers"
      id={id}
      name={name}
      about={[say(`speaker-class.${speakerClass}`), ...(office === null ? [] : [office])]}
    >
      <p>
        <a href={listWith({ speaker: id })}>{say('speaker.claims')}</a>
      </p>
      {denials === null ? null : <Denials id={id} denials={denials} only={set} />}
      <section aria-labelledby="said">
        <h2 id="said">{say('speaker.said', { n: shown.length })}</h2>
        <SaidList said={shown} withSpeaker={false} />
      </section>
    </PersonPage>
  );
}
