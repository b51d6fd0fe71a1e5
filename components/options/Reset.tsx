/** Every setting as it was at first, after one more question. */
import { useState } from 'preact/hooks';
import { useSpeech } from '../shared/speech';

export function Reset({ onReset }: { readonly onReset: () => void }) {
  const { say } = useSpeech();
  const [isAsked, setAsked] = useState(false);
  const reset = () => {
    setAsked(false);
    onReset();
  };
  return (
    <>
      <p class="hint">{say('options.reset.hint')}</p>
      <div class="actions">
        {isAsked ? (
          <>
            <span role="alert">{say('options.reset.sure')}</span>
            <button type="button" class="button" data-action="reset-now" onClick={reset}>
              {say('options.reset.yes')}
            </button>
            <button type="button" class="button" data-action="reset-not" onClick={() => setAsked(false)}>
              {say('options.reset.no')}
            </button>
          </>
        ) : (
          <button type="button" class="button" data-action="reset" onClick={() => setAsked(true)}>
            {say('options.reset.button')}
          </button>
        )}
      </div>
    </>
  );
}
