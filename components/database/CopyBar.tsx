/** Copies a record as Markdown, as JSON-LD or as a link, and says whether the browser let it. */
import { useState } from 'preact/hooks';
import { useSpeech } from '../shared/speech';

const FORMS = ['markdown', 'json-ld', 'link'] as const;
export type CopyForm = (typeof FORMS)[number];

export interface CopyBarProps {
  readonly textOf: (form: CopyForm) => string;
  readonly onCopy: (text: string) => Promise<void>;
}

export function CopyBar({ textOf, onCopy }: CopyBarProps) {
  const { say } = useSpeech();
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const copy = (form: CopyForm): void => {
    setOutcome(null);
    onCopy(textOf(form)).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  };
  return (
    <div class="copy-bar" role="group" aria-label={say('database.copy')}>
      {FORMS.map((form) => (
        <button key={form} type="button" class="button" data-copy={form} onClick={() => copy(form)}>
          {say(`database.copy.${form}`)}
        </button>
      ))}
      <span role="status" class="hint">
        {outcome === null ? '' : say(`database.copy.${outcome}`)}
      </span>
    </div>
  );
}
