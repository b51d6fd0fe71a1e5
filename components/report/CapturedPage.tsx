/** What was read of the page where the person clicked: the quote in its surroundings, address, title, language. */
import type { Capture } from '../../lib/reports/report';
import { Notice } from '../shared/Notice';
import { OutLink } from '../shared/OutLink';
import { useSpeech } from '../shared/speech';

export function CapturedPage({ capture }: { readonly capture: Capture }) {
  const { say } = useSpeech();
  const { quote, url, title, lang, limited } = capture;
  const language = lang === null ? {} : { lang };
  const facts = [
    [say('report.url'), url === '' ? say('report.unknown') : <OutLink address={url}>{url}</OutLink>],
    [
      say('report.page-title'),
      title === null ? (
        say('report.unknown')
      ) : (
        <span dir="auto" {...language}>
          {title}
        </span>
      ),
    ],
    [say('report.lang'), lang ?? say('report.unknown')],
  ] as const;
  return (
    <>
      <h2 id="quote">{say('report.quote')}</h2>
      <blockquote dir="auto" aria-labelledby="quote" {...language}>
        {quote.prefix}
        <mark>{quote.exact}</mark>
        {quote.suffix}
      </blockquote>
      {limited ? <Notice tone="plain">{say('report.limited')}</Notice> : null}
      <dl class="captured">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{say('report.url.bare')}</p>
    </>
  );
}
