/**
 * What a page says of the reader's own data where not all is well with it: a database that cannot be used, reports
 * that came back from their copies, reports without a copy. Says nothing otherwise, and nothing before it knows.
 */
import { useState } from 'preact/hooks';
import type { StoreState } from '../../lib/messages/protocol';
import { Notice } from './Notice';
import { useSpeech } from './speech';
import { reasonOf, sayReason, type Reason } from './reason';
import { useAnswer } from './use-answer';

export interface StoreNoticeProps {
  readonly onAsk: () => Promise<StoreState>;
  /** The reader knows of what came back. */
  readonly onNoticed: () => Promise<unknown>;
  /** Makes the database anew. Rejects where that failed. */
  readonly onRenew: () => Promise<unknown>;
  /** What the page shows may be other now. */
  readonly onChanged: () => void;
}

export function StoreNotice({ onAsk, onNoticed, onRenew, onChanged }: StoreNoticeProps) {
  const { say } = useSpeech();
  const { answer, again } = useAnswer(onAsk);
  const [problem, setProblem] = useState<Reason | null>(null);
  // The page's own question fails as well, and says why.
  if (answer.state !== 'ready') return null;
  const { fault, isRenewable, restored, uncopied } = answer.value;
  const then = (done: Promise<unknown>) => {
    setProblem(null);
    done
      .catch((error: unknown) => setProblem(reasonOf(error)))
      .finally(() => {
        again();
        onChanged();
      });
  };
  return (
    <>
      {fault === null ? null : (
        <Notice tone="alert">
          <p>{fault}</p>
          {isRenewable ? <p>{say('store.renew.hint')}</p> : null}
          <div class="actions">
            <button type="button" class="button" data-action="store-retry" onClick={() => then(Promise.resolve())}>
              {say('store.retry')}
            </button>
            {isRenewable ? (
              <button type="button" class="button" data-action="store-renew" onClick={() => then(onRenew())}>
                {say('store.renew')}
              </button>
            ) : null}
          </div>
        </Notice>
      )}
      {problem === null ? null : (
        <Notice tone="alert">{say('store.renew.failed', { reason: sayReason(say, problem) })}</Notice>
      )}
      {restored === 0 ? null : (
        <Notice tone="alert">
          <p>{say('store.restored', { n: restored })}</p>
          <button type="button" class="button" data-action="store-noticed" onClick={() => then(onNoticed())}>
            {say('store.restored.noticed')}
          </button>
        </Notice>
      )}
      {uncopied === 0 ? null : <Notice tone="alert">{say('store.uncopied', { n: uncopied })}</Notice>}
    </>
  );
}
