/** The sources of a record, each once: name, kind, language, and how many of its pages the record names. */
import type { RecordDocument } from '../../lib/messages/protocol';
import { addressOf } from '../../lib/records/route';
import { useSpeech } from '../shared/speech';
import { sayLanguage } from '../shared/say-language';

export interface RecordSourcesProps {
  readonly documents: Readonly<Record<string, RecordDocument>>;
}

export function RecordSources({ documents }: RecordSourcesProps) {
  const { say, lang } = useSpeech();
  const bySource = new Map<string, RecordDocument[]>();
  for (const page of Object.values(documents)) {
    bySource.set(page.sourceId, [...(bySource.get(page.sourceId) ?? []), page]);
  }
  const sources = [...bySource].toSorted(([, [a]], [, [b]]) => (a?.source ?? '').localeCompare(b?.source ?? '', lang));
  return (
    <ul class="record-sources">
      {sources.map(([id, pages]) => {
        const languages = [...new Set(pages.flatMap((page) => page.lang ?? []))];
        const first = pages[0];
        return first === undefined ? null : (
          <li key={id} data-source={id}>
            <a href={addressOf({ view: 'source', id })} dir="auto">
              {first.source}
            </a>{' '}
            <small>
              {[
                say(`source-kind.${first.kind}`),
                ...languages.map((one) => sayLanguage(one, lang)),
                say('database.pages', { n: pages.length }),
              ].join(', ')}
            </small>
          </li>
        );
      })}
    </ul>
  );
}
