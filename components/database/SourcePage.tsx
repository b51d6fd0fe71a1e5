/** A source: its kind, country and language, whether it is switched on, and which statements its pages carry. */
import type { SourceRecord } from '../../lib/messages/protocol';
import { listWith } from '../../lib/records/route';
import { useSpeech } from '../shared/speech';
import { PersonPage } from './PersonPage';
import { SaidList } from './SaidList';
import { sayLanguage } from '../shared/say-language';

export interface SourcePageProps {
  readonly id: string;
  /** Null where the database knows no such source. */
  readonly found: SourceRecord | null;
}

export function SourcePage({ id, found }: SourcePageProps) {
  const { say, lang } = useSpeech();
  if (found === null) return <PersonPage of="sources" id={id} name={say('source.unknown', { id })} about={[]} />;
  const { source, said } = found;
  const about = [
    say(`source-kind.${source.kind}`),
    ...(source.country === null ? [] : [source.country]),
    ...(found.lang === null ? [] : [sayLanguage(found.lang, lang)]),
  ];
  return (
    <PersonPage of="sources" id={id} name={source.name} about={about}>
      {source.on ? (
        <p>
          <a href={listWith({ source: id })}>{say('source.claims')}</a>
        </p>
      ) : (
        <p class="notice">{say('source.off')}</p>
      )}
      <section aria-labelledby="said">
        <h2 id="said">{say('source.said', { n: said.length })}</h2>
        <SaidList said={said} withSpeaker />
      </section>
    </PersonPage>
  );
}
