/** The claims met on a page, in the order of reading: two lines each, to read after the article and to take along. */
import { useState } from 'preact/hooks';
import type { RecapEntry } from '../../lib/messages/protocol';
import { StatusMark } from '../shared/StatusMark';
import { useSpeech } from '../shared/speech';
import { sayRecap, sayVoices } from './say-recap';

export interface RecapProps {
  readonly entries: readonly RecapEntry[];
  readonly host: string;
  /** Rejects where the browser refuses. */
  readonly onCopy: (text: string) => Promise<void>;
}

export function Recap({ entries, host, onCopy }: RecapProps) {
  const { say, lang } = useSpeech();
  const [said, setSaid] = useState<'popup.recap.copied' | 'popup.recap.refused' | null>(null);
  const copy = () => {
    onCopy(sayRecap(entries, host, say, lang)).then(
      () => setSaid('popup.recap.copied'),
      () => setSaid('popup.recap.refused'),
    );
  };
  return (
    <div class="recap">
      <ol>
        {entries.map((entry) => (
          <li key={entry.id} data-recap={entry.id}>
            <p dir="auto">{entry.proposition}</p>
            <small>
              <StatusMark status={entry.status} /> <span>{sayVoices(entry, say, lang)}</span>
            </small>
          </li>
        ))}
      </ol>
      <div class="recap-end">
        <button type="button" class="button" data-action="copy-recap" onClick={copy}>
          {say('popup.recap.copy')}
        </button>
        <small role="status">{said === null ? '' : say(said)}</small>
      </div>
    </div>
  );
}
