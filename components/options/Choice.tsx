/** One setting out of a few: a group of radio buttons under its question. */
import { useId } from 'preact/hooks';

export interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly value: T;
  /** What stands under the options. */
  readonly hint?: string;
  readonly onChange: (value: T) => void;
}

export function Choice<T extends string>({ legend, name, options, value, hint, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option}>
          <input
            type="radio"
            name={`${id}-${name}`}
            data-choice={`${name}:${option}`}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          <span>{label}</span>
        </label>
      ))}
      {hint === undefined ? null : <p class="hint">{hint}</p>}
    </fieldset>
  );
}
