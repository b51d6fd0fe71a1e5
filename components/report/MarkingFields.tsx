/** "Mark it for me": the phrases by which a report becomes a claim of the reader's own, and what they would mark. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MarkingPreview } from '../../lib/messages/protocol';
import type { ReportContent } from '../../lib/reports/report';
import { useSpeech } from '../shared/speech';
import { Field } from './Field';

export interface MarkingFieldsProps {
  readonly content: ReportContent;
  readonly onChange: (change: Partial<ReportContent>) => void;
  readonly onSuggest: (quote: string) => readonly string[];
  /** Never rejects. What the phrases would mark in the texts, and on the page that the report came from where it is open. */
  readonly onPreview: (content: ReportContent, texts: readonly string[]) => Promise<MarkingPreview>;
}

const REST_MS = 400;
const DEMO = ['welcome.sample.first', 'welcome.sample.second', 'welcome.sample.third'] as const;

const toLines = (phrases: readonly string[]): string => phrases.join('\n');
const toPhrases = (lines: string): readonly string[] =>
  lines
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line !== '')
    .slice(0, 6);

function Places({ name, places }: { readonly name: string; readonly places: readonly string[] | null }) {
  const { say } = useSpeech();
  if (places === null) return null;
  return (
    <div class="places">
      <dt>{name}</dt>
      <dd>
        {places.length === 0 ? (
          say('marking.nothing')
        ) : (
          <ul>
            {places.map((place, at) => (
              <li key={at}>
                <mark dir="auto">{place}</mark>
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}

export function MarkingFields({ content, onChange, onSuggest, onPreview }: MarkingFieldsProps) {
  const { say } = useSpeech();
  const [lines, setLines] = useState(toLines(content.marking?.phrases ?? []));
  const [preview, setPreview] = useState<MarkingPreview | null>(null);
  const { exact } = content.quote;
  const phrases = toPhrases(lines);
  const [isOn, setOn] = useState(content.marking !== null);
  const latest = useRef({ content, onPreview, say });
  latest.current = { content, onPreview, say };
  useEffect(() => {
    const marking = { phrases: toPhrases(lines) };
    if (!isOn || marking.phrases.length === 0) return undefined;
    let isOld = false;
    const timer = setTimeout(() => {
      const now = latest.current;
      const { exact, prefix, suffix } = now.content.quote;
      const demo = DEMO.map((key) => now.say(key)).join('\n');
      void now
        .onPreview({ ...now.content, marking }, [`${prefix}${exact}${suffix}`, demo])
        .then((found) => (isOld ? undefined : setPreview(found)));
    }, REST_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [lines, isOn]);
  const write = (next: string) => {
    setLines(next);
    const kept = toPhrases(next);
    onChange({ marking: kept.length === 0 ? null : { phrases: kept } });
  };
  const turn = (on: boolean) => {
    setOn(on);
    if (!on) {
      setPreview(null);
      onChange({ marking: null });
      return;
    }
    write(phrases.length > 0 ? lines : toLines(onSuggest(exact)));
  };
  return (
    <fieldset class="marking">
      <legend>{say('marking.title')}</legend>
      <label class="check">
        <input
          type="checkbox"
          data-field="marking"
          checked={isOn}
          disabled={exact.trim() === '' && !isOn}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        <span>
          {say('marking.on')} <small>{say('marking.on.hint')}</small>
        </span>
      </label>
      {isOn ? (
        <>
          <Field
            label={say('marking.phrases')}
            name="phrases"
            value={lines}
            maxLength={1300}
            rows={4}
            hint={say('marking.phrases.hint')}
            onInput={write}
          />
          {preview === null ? null : (
            <dl class="captured" data-preview>
              <Places name={say('marking.in.passage')} places={preview.texts[0] ?? []} />
              <Places name={say('marking.in.page')} places={preview.page} />
              <Places name={say('marking.in.demo')} places={preview.texts[1] ?? []} />
            </dl>
          )}
        </>
      ) : null}
    </fieldset>
  );
}
