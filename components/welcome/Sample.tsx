/** A made-up article in the reader's language, for the real annotator to mark: nothing in it knows of marks. */
import { useSpeech } from '../shared/speech';

export interface SampleProps {
  /** Takes the reader to the first mark, with its card open. */
  readonly onStep: () => void;
}

export function Sample({ onStep }: SampleProps) {
  const { say, lang } = useSpeech();
  return (
    <div class="sample">
      <article lang={lang} aria-label={say('welcome.sample')}>
        <p class="kicker">{say('welcome.sample')}</p>
        <h3>{say('welcome.sample.title')}</h3>
        <p>{say('welcome.sample.first')}</p>
        <p>{say('welcome.sample.second')}</p>
        <p>{say('welcome.sample.third')}</p>
      </article>
      <p class="sample-hint">
        <span>{say('welcome.sample.hint')}</span>{' '}
        <button type="button" class="button" data-action="step" onClick={onStep}>
          {say('welcome.sample.step')}
        </button>
      </p>
    </div>
  );
}
