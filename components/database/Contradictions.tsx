/** Where the sources of a record differ: a table a point, one version a row, beside it who tells it so. A note is the editor's, and headed so. */
import type { Claim } from '../../lib/engine/pack/schema';
import type { RecordDocument } from '../../lib/messages/protocol';
import { useSpeech } from '../shared/speech';
import { DocumentList } from './Statements';
import { wordsIn } from '../shared/words-in';

export interface ContradictionsProps {
  readonly contradictions: NonNullable<Claim['contradictions']>;
  readonly documents: Readonly<Record<string, RecordDocument>>;
}

export function Contradictions({ contradictions, documents }: ContradictionsProps) {
  const { say, lang } = useSpeech();
  return contradictions.map(({ point, versions, note }) => (
    <div class="contradiction" key={point.en}>
      <table>
        <caption lang={wordsIn(point, lang).lang}>{wordsIn(point, lang).text}</caption>
        <thead>
          <tr>
            <th scope="col">{say('database.version')}</th>
            <th scope="col">{say('database.told-by')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.value.en}>
              <th scope="row" lang={wordsIn(version.value, lang).lang}>
                {wordsIn(version.value, lang).text}
              </th>
              <td>
                <DocumentList documents={version.documents.flatMap((id) => documents[id] ?? [])} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {note === undefined ? null : (
        <p class="hint">
          <b>{say('database.editors-note')}</b> <span lang={wordsIn(note, lang).lang}>{wordsIn(note, lang).text}</span>
        </p>
      )}
    </div>
  ));
}
