/** One record: proposition, status and how it came about, the drawings, statements, where sources differ, what changed. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ClaimRecord } from '../../lib/messages/protocol';
import { StatusMark } from '../shared/StatusMark';
import { useSpeech } from '../shared/speech';
import { CopyBar } from './CopyBar';
import { copyText } from './copy-text';
import { RecordFacts } from './RecordFacts';
import { RecordSections } from './RecordSections';
import { wordsIn } from '../shared/words-in';

export interface RecordPageProps {
  /** What the address asked for. */
  readonly id: string;
  /** Null where the database holds no such record. */
  readonly found: ClaimRecord | null;
  /** The address of this view, for links. */
  readonly address: string;
  /** The list as it was left. */
  readonly back: string;
  readonly onCopy: (text: string) => Promise<void>;
}

function RecordBody({ found, address, onCopy }: Pick<RecordPageProps, 'address' | 'onCopy'> & { found: ClaimRecord }) {
  const speech = useSpeech();
  const { say } = speech;
  const status = found.card?.status ?? 'none';
  return (
    <>
      <p class="how">
        <StatusMark status={status} />
      </p>
      <details>
        <summary>{say('database.how')}</summary>
        <p>{say(`status-rule.${status}`)}</p>
        <p class="hint">{say('database.how.rule')}</p>
      </details>
      <RecordFacts found={found} />
      <CopyBar textOf={(form) => copyText(form, found, address, speech)} onCopy={onCopy} />
      <RecordSections found={found} />
    </>
  );
}

export function RecordPage({ id, found, address, back, onCopy }: RecordPageProps) {
  const { say, lang } = useSpeech();
  const title = useRef<HTMLHeadingElement>(null);
  // The address changed without a new document: the title takes the focus, so that a screen reader says where one is.
  useLayoutEffect(() => title.current?.focus(), [id]);
  const proposition = found === null ? null : wordsIn(found.record.proposition, lang);
  return (
    <main class="page database record">
      <nav aria-label={say('shared.pages')}>
        <a href={back}>← {say('database.back')}</a>
      </nav>
      {found === null || proposition === null ? (
        <h1 ref={title} tabIndex={-1}>
          {say('database.unknown', { id })}
        </h1>
      ) : (
        <>
          <h1 ref={title} tabIndex={-1} lang={proposition.lang} dir="auto">
            {proposition.text}
          </h1>
          <RecordBody found={found} address={address} onCopy={onCopy} />
        </>
      )}
    </main>
  );
}
