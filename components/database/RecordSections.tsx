/** The parts of a record, each under a heading of its own and only where the record has it. */
import type { ComponentChildren } from 'preact';
import type { ClaimRecord } from '../../lib/messages/protocol';
import { makeTimeline } from '../../lib/records/timeline';
import { sayDate } from '../../lib/words/dates';
import { useSpeech } from '../shared/speech';
import { Contradictions } from './Contradictions';
import { EchoTree } from './EchoTree';
import { Ladder } from './Ladder';
import { RecordSources } from './RecordSources';
import { Statements } from './Statements';
import { Timeline } from './Timeline';
import { wordsIn } from '../shared/words-in';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly isThere: boolean;
  readonly children: ComponentChildren;
}

function Section({ id, title, hint, isThere, children }: SectionProps) {
  if (!isThere) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      {children}
    </section>
  );
}

function History({ history }: Pick<ClaimRecord['record'], 'history'>) {
  const { say, lang } = useSpeech();
  return (
    <ol class="history">
      {history.map((row) => (
        <li key={`${row.date} ${row.what.en}`}>
          <time dateTime={row.date}>{sayDate(row.date, lang)}</time>
          <span>
            {say('database.history.row', { what: wordsIn(row.what, lang).text, why: wordsIn(row.why, lang).text })}
          </span>
        </li>
      ))}
    </ol>
  );
}

export function RecordSections({ found }: { readonly found: ClaimRecord }) {
  const { say, lang } = useSpeech();
  const { card, record, uncounted, documents } = found;
  const { firstReport, rung, lineage = [], contradictions = [] } = record;
  const first =
    firstReport === undefined ? null : { date: firstReport.date ?? null, by: wordsIn(firstReport.by, lang).text };
  const timeline = makeTimeline(card?.statements ?? [], first);
  const speakers = new Map(record.statements.map(({ id, speaker }) => [id, speaker]));
  return (
    <>
      <Section id="statements" title={say('database.statements')} isThere={card !== null}>
        <Statements statements={card?.statements ?? []} speakers={speakers} />
      </Section>
      <Section
        id="timeline"
        title={say('timeline.title')}
        isThere={timeline.dated.length + timeline.undated.length > 0}
      >
        <Timeline timeline={timeline} />
      </Section>
      <Section id="echo" title={say('echo.title')} isThere={lineage.length > 0}>
        <EchoTree lineage={lineage} documents={documents} />
      </Section>
      <Section id="ladder" title={say('ladder.title')} hint={say('ladder.hint')} isThere={rung !== undefined}>
        {rung === undefined ? null : <Ladder rung={rung} />}
      </Section>
      <Section id="contradictions" title={say('database.contradictions')} isThere={contradictions.length > 0}>
        <Contradictions contradictions={contradictions} documents={documents} />
      </Section>
      <Section
        id="uncounted"
        title={say('database.uncounted')}
        hint={say('database.uncounted.hint')}
        isThere={uncounted.length > 0}
      >
        <Statements statements={uncounted} speakers={speakers} />
      </Section>
      <Section id="sources" title={say('database.sources')} isThere={Object.keys(documents).length > 0}>
        <RecordSources documents={documents} />
      </Section>
      <Section id="history" title={say('database.history')} isThere>
        <History history={record.history} />
      </Section>
    </>
  );
}
