/**
 * A button for what cannot be taken back: in its place one more question is asked before it is done. Whoever came by
 * keyboard stands on the answer that changes nothing, and after that on the button again.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface AskFirstProps {
  readonly label: string;
  /** A fuller name for assistive technology; it begins with the visible label. */
  readonly name?: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  /** `data-action` of the button; before it stands `now:` or `not:` on the answers. */
  readonly action: string;
  readonly look: 'button' | 'quiet-button';
  readonly onYes: () => void;
}

export function AskFirst({ label, name, question, yes, no, action, look, onYes }: AskFirstProps) {
  const [step, setStep] = useState<'first' | 'asked' | 'answered'>('first');
  const harmless = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (step !== 'first') harmless.current?.focus();
  }, [step]);
  if (step !== 'asked') {
    return (
      <button
        type="button"
        key="ask"
        ref={harmless}
        class={look}
        data-action={action}
        aria-label={name}
        onClick={() => setStep('asked')}
      >
        {label}
      </button>
    );
  }
  const answer = () => {
    setStep('answered');
    onYes();
  };
  return (
    <>
      <span role="alert">{question}</span>
      <button type="button" class={look} data-action={`now:${action}`} onClick={answer}>
        {yes}
      </button>
      <button
        type="button"
        key="no"
        ref={harmless}
        class={look}
        data-action={`not:${action}`}
        onClick={() => setStep('answered')}
      >
        {no}
      </button>
    </>
  );
}
