/** The field for a pack's address; what is in it is asked only from the dialog that it opens. */
import { useState } from 'preact/hooks';
import { readAddress } from '../../lib/packs/address';
import { useSpeech } from '../shared/speech';
import { sayUpdateFault } from './update-fault';

export interface SubscribeFormProps {
  readonly isDeveloper: boolean;
  /** A sound address. */
  readonly onAddress: (address: string) => void;
}

export function SubscribeForm({ isDeveloper, onAddress }: SubscribeFormProps) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const open = () => {
    const read = readAddress(typed, isDeveloper);
    setFault(read.ok ? null : sayUpdateFault(read.fault, say));
    if (read.ok) onAddress(read.address);
  };
  return (
    <form
      class="subscribe"
      aria-labelledby="subscribe"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <h2 id="subscribe">{say('packs.subscribe.title')}</h2>
      <p class="hint">{say('packs.subscribe.lead')}</p>
      <div class="subscribe-row">
        <label for="pack-address">{say('packs.subscribe.address')}</label>
        <input
          id="pack-address"
          type="url"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          data-field="pack-address"
          value={typed}
          aria-invalid={fault !== null}
          {...(fault === null ? {} : { 'aria-describedby': 'pack-address-fault' })}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button" data-action="continue">
          {say('packs.subscribe.next')}
        </button>
      </div>
      {fault === null ? null : (
        <p id="pack-address-fault" class="field-fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  );
}
