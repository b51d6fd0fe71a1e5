/** A labelled field of a form, of one line or several, with a line of help or of what is wrong under it. */
import { useId } from 'preact/hooks';

export interface FieldProps {
  readonly label: string;
  /** Tests and styles find it by this, as `data-field`. */
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly maxLength: number;
  readonly hint?: string;
  readonly fault?: string | null;
  readonly rows?: number;
  readonly type?: 'text' | 'date';
  readonly isShort?: boolean;
}

export function Field(props: FieldProps) {
  const { label, name, value, onInput, maxLength, hint, fault = null, rows, type = 'text', isShort = false } = props;
  const id = useId();
  const below = fault ?? hint;
  const shared = {
    id,
    'data-field': name,
    class: isShort ? 'field short' : 'field',
    dir: 'auto',
    maxLength,
    value,
    'aria-invalid': fault !== null,
    ...(below === undefined ? {} : { 'aria-describedby': `${id}-below` }),
  } as const;
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      {type === 'date' ? (
        <input {...shared} type="date" onInput={(event) => onInput(event.currentTarget.value)} />
      ) : rows === undefined ? (
        <input {...shared} type="text" onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <textarea {...shared} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      {below === undefined ? null : (
        <p id={`${id}-below`} class={fault === null ? 'hint' : 'field-error'}>
          {below}
        </p>
      )}
    </div>
  );
}
