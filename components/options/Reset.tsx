/** Every setting as it was at first, after one more question. */
import { AskFirst } from '../shared/AskFirst';
import { useSpeech } from '../shared/speech';

export function Reset({ onReset }: { readonly onReset: () => void }) {
  const { say } = useSpeech();
  return (
    <>
      <p class="hint">{say('options.reset.hint')}</p>
      <div class="actions">
        <AskFirst
          label={say('options.reset.button')}
          question={say('options.reset.sure')}
          yes={say('options.reset.yes')}
          no={say('options.reset.no')}
          action="reset"
          look="button"
          onYes={onReset}
        />
      </div>
    </>
  );
}
