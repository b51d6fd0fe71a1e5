/** What a page shows while the background has not answered, and when it fails to: the reason, and what to do about it. */
import type { Answer } from './use-answer';
import { Notice } from './Notice';
import { sayReason } from './reason';
import { useSpeech } from './speech';

export interface WaitingProps {
  readonly answer: Exclude<Answer<unknown>, { readonly state: 'ready' }>;
  readonly onRetry: () => void;
}

export function Waiting({ answer, onRetry }: WaitingProps) {
  const { say } = useSpeech();
  if (answer.state === 'waiting') {
    return (
      <main class="waiting" aria-busy="true">
        <h1 class="visually-hidden">Dalel</h1>
        <p>{say('shared.loading')}</p>
      </main>
    );
  }
  return (
    <main class="waiting">
      <h1 class="visually-hidden">Dalel</h1>
      <Notice tone="alert">
        <p>{say('shared.failed', { reason: sayReason(say, answer.reason) })}</p>
        <p>{say('shared.failed.advice')}</p>
      </Notice>
      <button type="button" class="button" data-action="retry" onClick={onRetry}>
        {say('shared.retry')}
      </button>
    </main>
  );
}
