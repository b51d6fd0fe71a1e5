/**
 * Our own dialog: before anything is asked it names the host and what is sent; then it shows what the host offers, with
 * the fingerprint of its key, and asks once more. Closed at any step, nothing is kept.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Offered, UpdateOutcome } from '../../lib/messages/pack-rows';
import type { UpdateFault } from '../../lib/packs/update-fault';
import { FactList } from '../shared/FactList';
import { Notice } from '../shared/Notice';
import { useSpeech } from '../shared/speech';
import { reasonOf, sayReason } from '../shared/reason';
import { wordsIn } from '../shared/words-in';
import { sayUpdateFault } from './update-fault';

export type Added =
  | { readonly ok: true; readonly offer: Offered }
  | { readonly ok: false; readonly fault: UpdateFault };

export interface SubscribeDialogProps {
  /** As it will be asked. */
  readonly address: string;
  readonly onAsk: (address: string) => Promise<Added>;
  readonly onTake: (id: string) => Promise<UpdateOutcome>;
  readonly onLeave: (id: string) => Promise<unknown>;
  /** With the title of the pack where there is a subscription now. */
  readonly onClose: (title: string | null) => void;
}

type Step =
  | { readonly at: 'before' | 'asking' }
  | { readonly at: 'offer'; readonly offer: Offered }
  | { readonly at: 'refused'; readonly reason: string; readonly kind: string };

function Offer({ offer }: { readonly offer: Offered }) {
  const { say, lang } = useSpeech();
  const { header, fingerprint } = offer;
  const facts = [
    [say('packs.editor'), header.editor],
    [say('packs.counts'), say('packs.counts.value', { n: header.counts.claims, sources: header.counts.sources })],
    [say('packs.licence'), header.licence],
    [say('packs.subscribe.key'), fingerprint],
  ] as const;
  return (
    <>
      <p class="offered" dir="auto">
        {wordsIn(header.title, lang).text}
      </p>
      <FactList facts={facts} />
      <p>{say('packs.subscribe.compare')}</p>
    </>
  );
}

export function SubscribeDialog({ address, onAsk, onTake, onLeave, onClose }: SubscribeDialogProps) {
  const { say, lang } = useSpeech();
  const [step, setStep] = useState<Step>({ at: 'before' });
  const dialog = useRef<HTMLDialogElement>(null);
  const { host } = new URL(address);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const refuse = (fault: UpdateFault) =>
    setStep({ at: 'refused', reason: sayUpdateFault(fault, say), kind: fault.kind });
  const fail = (error: unknown) =>
    setStep({
      at: 'refused',
      reason: say('shared.refused', { reason: sayReason(say, reasonOf(error)) }),
      kind: 'failed',
    });
  const ask = () => {
    setStep({ at: 'asking' });
    onAsk(address).then(
      (added) => (added.ok ? setStep({ at: 'offer', offer: added.offer }) : refuse(added.fault)),
      fail,
    );
  };
  const take = ({ id, header }: Offered) => {
    onTake(id).then((outcome) => {
      if (outcome.kind === 'refused') refuse(outcome.fault);
      else onClose(wordsIn(header.title, lang).text);
    }, fail);
  };
  const leave = () => {
    if (step.at === 'offer') onLeave(step.offer.id).then(() => onClose(null), fail);
    else onClose(null);
  };
  return (
    <dialog
      ref={dialog}
      class="subscribe-dialog"
      aria-labelledby="subscribe-title"
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <h2 id="subscribe-title">
        {say(step.at === 'offer' ? 'packs.subscribe.offer' : 'packs.subscribe.dialog', { host })}
      </h2>
      <p class="address" dir="ltr">
        {address}
      </p>
      {step.at === 'offer' ? <Offer offer={step.offer} /> : null}
      {step.at === 'before' || step.at === 'asking' ? (
        <>
          <p>{say('packs.subscribe.sends', { host })}</p>
          <p>{say('packs.subscribe.often')}</p>
        </>
      ) : null}
      {step.at === 'refused' ? (
        <Notice tone="alert">
          <p data-fault={step.kind}>
            {say('packs.subscribe.refused', { host })} {step.reason}
          </p>
        </Notice>
      ) : null}
      <p role="status">{step.at === 'asking' ? say('packs.subscribe.asking', { host }) : null}</p>
      <p class="actions">
        {step.at === 'before' ? (
          <button type="button" class="button" data-primary data-action="ask" onClick={ask}>
            {say('packs.subscribe.ask', { host })}
          </button>
        ) : null}
        {step.at === 'offer' ? (
          <button type="button" class="button" data-primary data-action="subscribe" onClick={() => take(step.offer)}>
            {say('packs.subscribe.take')}
          </button>
        ) : null}
        <button type="button" class="quiet-button" data-action="cancel" onClick={leave}>
          {say(step.at === 'refused' ? 'packs.subscribe.close' : 'packs.subscribe.cancel')}
        </button>
      </p>
    </dialog>
  );
}
