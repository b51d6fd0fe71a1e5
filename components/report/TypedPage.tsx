/** The same facts as fields to fill in by hand, for words met without a draft. An empty field is "not known". */
import type { Capture } from '../../lib/reports/report';
import { useSpeech } from '../shared/speech';
import { Field } from './Field';

export interface TypedPageProps {
  readonly capture: Capture;
  readonly onChange: (change: Partial<Capture>) => void;
  /** Which field holds something that cannot be saved, or null. */
  readonly fault: 'quote' | 'url' | null;
}

const orNull = (text: string): string | null => (text === '' ? null : text);

export function TypedPage({ capture, onChange, fault }: TypedPageProps) {
  const { say } = useSpeech();
  return (
    <>
      <Field
        label={say('report.quote')}
        name="quote"
        value={capture.quote.exact}
        maxLength={20_000}
        rows={3}
        hint={say('report.quote.hint')}
        fault={fault === 'quote' ? say('report.quote.needed') : null}
        onInput={(exact) => onChange({ quote: { ...capture.quote, exact } })}
      />
      <Field
        label={say('report.url')}
        name="url"
        value={capture.url}
        maxLength={4000}
        fault={fault === 'url' ? say('report.url.bad') : null}
        onInput={(url) => onChange({ url: url.trim() })}
      />
      <Field
        label={say('report.page-title')}
        name="title"
        value={capture.title ?? ''}
        maxLength={2000}
        onInput={(title) => onChange({ title: orNull(title) })}
      />
      <div class="side-by-side">
        <Field
          label={say('report.author')}
          name="author"
          value={capture.author ?? ''}
          maxLength={400}
          onInput={(author) => onChange({ author: orNull(author) })}
        />
        <Field
          label={say('report.date')}
          name="date"
          type="date"
          value={capture.date ?? ''}
          maxLength={10}
          onInput={(date) => onChange({ date: orNull(date) })}
        />
        <Field
          label={say('report.lang')}
          name="lang"
          value={capture.lang ?? ''}
          maxLength={40}
          hint={say('report.lang.hint')}
          onInput={(lang) => onChange({ lang: orNull(lang.trim()) })}
        />
      </div>
    </>
  );
}
