/** An on/off switch with its visible label. A real button with role switch: Tab reaches it, Space and Enter turn it. */
import { useId } from 'preact/hooks';

export interface SwitchProps {
  readonly label: string;
  /** A smaller line under the label, part of the description and not of the name. */
  readonly detail?: string;
  /** A fuller name for assistive technology; it begins with the visible label. */
  readonly name?: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
  /** What the switch is for, as `data-switch`, by which tests and styles find it. */
  readonly of: string;
}

export function Switch({ label, detail, name, on, disabled = false, onChange, of }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch-row">
      <label for={id} class="switch-label" dir="auto">
        {label}
      </label>
      {detail === undefined ? null : (
        <small id={`${id}-detail`} class="switch-detail">
          {detail}
        </small>
      )}
      <button
        type="button"
        role="switch"
        class="switch"
        id={id}
        data-switch={of}
        aria-checked={on}
        disabled={disabled}
        {...(name === undefined ? {} : { 'aria-label': name })}
        {...(detail === undefined ? {} : { 'aria-describedby': `${id}-detail` })}
        onClick={() => onChange(!on)}
      />
    </div>
  );
}
