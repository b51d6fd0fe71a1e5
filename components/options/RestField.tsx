/** How long the pointer rests before a card opens, in milliseconds. Taken over only when it is a number that makes sense. */
import { useId, useState } from 'preact/hooks';
import { useSpeech } from '../shared/speech';

/** The range that the background takes. */
const REST_MS_MIN = 0;
const REST_MS_MAX = 3000;

export interface RestFieldProps {
  readonly value: number;
  readonly disabled: boolean;
  readonly onChange: (restMs: number) => void;
}

export function RestField({ value, disabled, onChange }: RestFieldProps) {
  const { say } = useSpeech();
  const id = useId();
  const [isBad, setBad] = useState(false);
  const take = (text: string) => {
    const restMs = Number(text);
    const good = text.trim() !== '' && Number.isInteger(restMs) && restMs >= REST_MS_MIN && restMs <= REST_MS_MAX;
    setBad(!good);
    if (good) onChange(restMs);
  };
  return (
    <div class="rest">
      <label for={id}>{say('options.rest-ms')}</label>
      <input
        id={id}
        class="field"
        type="number"
        inputMode="numeric"
        min={REST_MS_MIN}
        max={REST_MS_MAX}
        step={50}
        value={value}
        disabled={disabled}
        aria-invalid={isBad}
        aria-describedby={`${id}-said`}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <span>{say('options.rest-ms.unit')}</span>
      <p id={`${id}-said`} class={isBad ? 'field-error' : 'hint'} role={isBad ? 'alert' : undefined}>
        {say('options.rest-ms.range', { min: String(REST_MS_MIN), max: String(REST_MS_MAX) })}
      </p>
    </div>
  );
}
