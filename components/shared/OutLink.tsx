/** A link to the web in a new tab, telling the other side nothing of where it was opened. Without a safe address: plain text. */
import type { ComponentChildren } from 'preact';
import { safeHttpUrl } from './safe-http-url';
import { useSpeech } from './speech';

export interface OutLinkProps {
  readonly address: string | null;
  readonly lang?: string | null;
  readonly children: ComponentChildren;
}

export function OutLink({ address, lang = null, children }: OutLinkProps) {
  const { say } = useSpeech();
  const href = safeHttpUrl(address);
  const language = lang === null ? {} : { lang };
  if (href === null) {
    return (
      <span dir="auto" {...language}>
        {children}
      </span>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      <span dir="auto" {...language}>
        {children}
      </span>
      <span aria-hidden="true"> ↗</span>
      <span class="visually-hidden"> ({say('shared.new-tab')})</span>
    </a>
  );
}
