/** How the subscription of a pack stands: what became of the last try, what waits for the reader's word, and a try by hand. */
import { useState } from 'preact/hooks';
import type { SubscriptionRow, UpdateOutcome } from '../../lib/messages/pack-rows';
import { Notice } from '../shared/Notice';
import { useSpeech } from '../shared/speech';
import { sayMoment } from './say-moment';
import { sayUpdateFault } from './update-fault';

export interface SubscriptionActions {
  readonly onUpdate: () => Promise<UpdateOutcome>;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

export interface SubscriptionPartProps extends SubscriptionActions {
  /** Of the pack. */
  readonly id: string;
  readonly title: string;
  readonly subscription: SubscriptionRow;
}

function Trouble({ fault, failures, notBefore }: SubscriptionRow) {
  const { say, lang } = useSpeech();
  if (fault === null) return null;
  return (
    <Notice tone="plain">
      <p data-fault={fault.kind}>
        {fault.kind === 'retractions' ? null : `${say('packs.update.refused')} `}
        {sayUpdateFault(fault, say)}
      </p>
      {failures > 0 ? (
        <p>
          {say('packs.refused.kept')} {say('packs.update.failed', { n: failures })}
        </p>
      ) : null}
      {notBefore === null ? null : <p>{say('packs.update.patience', { when: sayMoment(notBefore, say, lang) })}</p>}
    </Notice>
  );
}

export function SubscriptionPart(props: SubscriptionPartProps) {
  const { id, title, subscription, onUpdate, onTake, onLeave } = props;
  const { say, lang } = useSpeech();
  const [outcome, setOutcome] = useState<UpdateOutcome | 'asking' | null>(null);
  const update = () => {
    setOutcome('asking');
    // What went wrong on the way is told by the page.
    onUpdate().then(setOutcome, () => setOutcome(null));
  };
  const sayOutcome = (): string | null => {
    if (outcome === null || outcome === 'asking' || outcome.kind === 'refused') return null;
    if (outcome.kind === 'wait') return say('packs.update.wait', { when: sayMoment(outcome.until, say, lang) });
    return say(`packs.update.${outcome.kind}`);
  };
  const told = sayOutcome();
  const { offer } = subscription;
  return (
    <div class="subscription">
      <Trouble {...subscription} />
      {offer === null ? null : (
        <div class="offer" role="group" aria-labelledby={`offer-${id}`}>
          <p id={`offer-${id}`}>{say('packs.offer', { ...offer, revision: String(offer.revision) })}</p>
          <p class="actions">
            <button type="button" class="button" data-action={`take:${id}`} onClick={onTake}>
              {say('packs.offer.take')}
            </button>
            <button type="button" class="quiet-button" data-action={`leave:${id}`} onClick={onLeave}>
              {say('packs.offer.leave')}
            </button>
          </p>
        </div>
      )}
      <p class="actions">
        <button
          type="button"
          class="button"
          data-action={`update:${id}`}
          aria-label={`${say('packs.update')}: ${title}`}
          disabled={outcome === 'asking'}
          onClick={update}
        >
          {say(outcome === 'asking' ? 'packs.updating' : 'packs.update')}
        </button>
        <span role="status" data-outcome={id}>
          {told}
        </span>
      </p>
    </div>
  );
}
