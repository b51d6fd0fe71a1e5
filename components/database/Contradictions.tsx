/** Where the sources of a record differ: each point with its versions and the documents that tell each. */
import type { Claim } from '../../lib/engine/pack/schema';
import type { CardDocument } from '../../lib/messages/protocol';
import { useSpeech } from '../shared/speech';
import { DocumentList } from './Statements';
import { wordsIn } from './words-in';

export interface ContradictionsProps {
  readonly contradictions: NonNullable<Claim['contradictions']>;
  readonly documents: Readonly<Record<string, CardDocument>>;
}

export function Contradictions({ contradictions, documents }: ContradictionsProps) {
  const { lang } = useSpeech();
  return contradictions.map(({ point, versions, note }) => (
    <div class="contradiction" key={point.en}>
      <h3 lang={wordsIn(point, lang).lang}>{wordsIn(point, lang).text}</h3>
      <ul>
        {versions.map((version) => (
          <li key={version.value.en}>
            <p lang={wordsIn(version.value, lang).lang}>{wordsIn(version.value, lang).text}</p>
            <DocumentList documents={version.documents.flatMap((id) => documents[id] ?? [])} />
          </li>
        ))}
      </ul>
      {note === undefined ? null : (
        <p class="hint" lang={wordsIn(note, lang).lang}>
          {wordsIn(note, lang).text}
        </p>
      )}
    </div>
  ));
}
