/** One of several forms, and below it exactly the text that leaves in it: what a file, the clipboard or an address then holds. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useSpeech } from './speech';

export interface FormChoiceProps<F extends string> {
  readonly forms: readonly F[];
  readonly chosen: F;
  readonly nameOf: (form: F) => string;
  readonly onChoose: (form: F) => void;
  /** Null where there is nothing of that form. */
  readonly text: string | null;
  /** Lines of the preview that are seen at once. */
  readonly rows: number;
  /** What the form asks for before there is a text. */
  readonly children?: ComponentChildren;
}

export function FormChoice<F extends string>(props: FormChoiceProps<F>) {
  const { forms, chosen, nameOf, onChoose, text, rows, children } = props;
  const { say } = useSpeech();
  const id = useId();
  return (
    <>
      <label for={`${id}-form`}>{say('share.kind')}</label>
      <select
        id={`${id}-form`}
        class="field"
        data-field="share-kind"
        value={chosen}
        onChange={(event) => {
          const next = forms.find((one) => one === event.currentTarget.value);
          if (next !== undefined) onChoose(next);
        }}
      >
        {forms.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
      {children}
      {text === null ? null : (
        <>
          <label for={`${id}-preview`}>{say('share.preview')}</label>
          <textarea
            id={`${id}-preview`}
            class="field preview"
            data-field="preview"
            dir="auto"
            rows={rows}
            readOnly
            value={text}
          />
        </>
      )}
    </>
  );
}
