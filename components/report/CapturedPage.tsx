/** What was read of the page where the person clicked: the quote in its surroundings, and what the page says of itself. */
import type { Capture } from '../../lib/reports/report';
import { sayDate } from '../../lib/words/dates';
import { Notice } from '../shared/Notice';
import { OutLink } from '../shared/OutLink';
import { useSpeech } from '../shared/speech';
import { Field } from './Field';

export interface CapturedPageProps {
  readonly capture: Capture;
  /** The address whole; empty where the capture's is all there is, or no longer known. */
  readonly fullUrl: string;
  readonly fault: 'quote' | null;
  readonly onChange: (change: Partial<Capture>) => void;
  /** True where the quote came with the capture; else it is typed. */
  readonly hasQuote: boolean;
}

function Quote({ capture }: { readonly capture: Capture }) {
  const { say } = useSpeech();
  const { quote, lang } = capture;
  return (
    <>
      <h2 id="quote">{say('report.quote')}</h2>
      <blockquote dir="auto" aria-labelledby="quote" {...(lang === null ? {} : { lang })}>
        {quote.prefix}
        <mark>{quote.exact}</mark>
        {quote.suffix}
      </blockquote>
    </>
  );
}

export function CapturedPage({ capture, fullUrl, fault, onChange, hasQuote }: CapturedPageProps) {
  const { say, lang: spoken } = useSpeech();
  const { quote, url, title, author, date, lang, link, limited } = capture;
  const text = (value: string | null) =>
    value === null ? (
      say('report.unknown')
    ) : (
      <span dir="auto" {...(lang === null ? {} : { lang })}>
        {value}
      </span>
    );
  const isWhole = fullUrl !== '' && url === fullUrl;
  const bare = fullUrl.replace(/[?#].*$/su, '');
  const facts = [
    [say('report.url'), url === '' ? say('report.unknown') : <OutLink address={url}>{url}</OutLink>],
    ...(link === null ? [] : [[say('report.link'), text(link)] as const]),
    [say('report.page-title'), text(title)],
    [say('report.author'), text(author)],
    [say('report.date'), date === null ? say('report.unknown') : <time dateTime={date}>{sayDate(date, spoken)}</time>],
    [say('report.lang'), lang ?? say('report.unknown')],
  ] as const;
  return (
    <>
      {hasQuote ? (
        <Quote capture={capture} />
      ) : (
        <Field
          label={say('report.quote')}
          name="quote"
          value={quote.exact}
          maxLength={20_000}
          rows={3}
          hint={say('report.quote.page')}
          fault={fault === null ? null : say('report.quote.needed')}
          onInput={(exact) => onChange({ quote: { ...quote, exact } })}
        />
      )}
      {limited ? <Notice tone="plain">{say('report.limited')}</Notice> : null}
      <dl class="captured">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {fullUrl === '' ? (
        <p class="hint">{say('report.url.bare')}</p>
      ) : (
        <label class="check">
          <input
            type="checkbox"
            data-field="keep-url"
            checked={isWhole}
            onChange={(event) => onChange({ url: event.currentTarget.checked ? fullUrl : bare })}
          />
          <span>
            {say('report.url.keep')} <small>{fullUrl.slice(bare.length)}</small>
          </span>
        </label>
      )}
    </>
  );
}
