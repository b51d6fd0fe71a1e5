/** The same facts as fields to fill in by hand, for words met without a draft. */
import { useId } from 'preact/hooks';
import type { Capture } from '../../lib/reports/report';
import { useSpeech } from '../shared/speech';

export interface TypedPageProps {
  readonly capture: Capture;
  readonly onChange: (capture: Capture) => void;
  /** Which field holds something that cannot be saved, or null. */
  readonly fault: 'quote' | 'url' | null;
}

/** Roots of the tree that `Capture` is; an empty field is "not known". */
export function emptyCapture(): Capture {
  const quote = { type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' } as const;
  return { quote, position: null, url: '', title: null, lang: null, limited: false };
}

export function TypedPage({ capture, onChange, fault }: TypedPageProps) {
  const { say } = useSpeech();
  const id = useId();
  const orNull = (text: string) => (text === '' ? null : text);
  return (
    <>
      <label for={`${id}-quote`}>{say('report.quote')}</label>
      <textarea
        id={`${id}-quote`}
        class="field"
        data-field="quote"
        dir="auto"
        maxLength={20_000}
        value={capture.quote.exact}
        aria-invalid={fault === 'quote'}
        aria-describedby={`${id}-quote-hint`}
        onInput={(event) => onChange({ ...capture, quote: { ...capture.quote, exact: event.currentTarget.value } })}
      />
      <p id={`${id}-quote-hint`} class={fault === 'quote' ? 'field-error' : 'hint'}>
        {say(fault === 'quote' ? 'report.quote.needed' : 'report.quote.hint')}
      </p>
      <label for={`${id}-url`}>{say('report.url')}</label>
      <input
        id={`${id}-url`}
        class="field"
        data-field="url"
        inputMode="url"
        maxLength={4000}
        value={capture.url}
        aria-invalid={fault === 'url'}
        aria-describedby={`${id}-url-hint`}
        onInput={(event) => onChange({ ...capture, url: event.currentTarget.value.trim() })}
      />
      <p id={`${id}-url-hint`} class={fault === 'url' ? 'field-error' : 'hint'}>
        {fault === 'url' ? say('report.url.bad') : ''}
      </p>
      <label for={`${id}-title`}>{say('report.page-title')}</label>
      <input
        id={`${id}-title`}
        class="field"
        data-field="title"
        dir="auto"
        maxLength={2000}
        value={capture.title ?? ''}
        onInput={(event) => onChange({ ...capture, title: orNull(event.currentTarget.value) })}
      />
      <label for={`${id}-lang`}>{say('report.lang')}</label>
      <input
        id={`${id}-lang`}
        class="field short"
        data-field="lang"
        maxLength={40}
        value={capture.lang ?? ''}
        aria-describedby={`${id}-lang-hint`}
        onInput={(event) => onChange({ ...capture, lang: orNull(event.currentTarget.value.trim()) })}
      />
      <p id={`${id}-lang-hint`} class="hint">
        {say('report.lang.hint')}
      </p>
    </>
  );
}
