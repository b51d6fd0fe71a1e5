/** The sites where Dalel is off: listed, removed, added by host name or by a pasted address. */
import { useId, useState } from 'preact/hooks';
import { Notice } from '../shared/Notice';
import { useSpeech } from '../shared/speech';

export interface SitesOffProps {
  readonly sites: readonly string[];
  readonly onChange: (sites: readonly string[]) => void;
}

/** The host of what was typed, lower case and in its ASCII form as the browser reports it; null where it is none. */
export function readHost(typed: string): string | null {
  const text = typed.trim();
  const address = /^https?:\/\//iu.test(text) ? text : `http://${text}`;
  if (text === '' || /\s/u.test(text) || !URL.canParse(address)) return null;
  const { hostname, username } = new URL(address);
  return hostname === '' || username !== '' ? null : hostname;
}

export function SitesOff({ sites, onChange }: SitesOffProps) {
  const { say } = useSpeech();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<'options.sites.bad' | 'options.sites.known' | null>(null);
  const add = () => {
    const host = readHost(typed);
    if (host === null) return setProblem('options.sites.bad');
    if (sites.includes(host)) return setProblem('options.sites.known');
    setProblem(null);
    setTyped('');
    return onChange([...sites, host].sort());
  };
  return (
    <>
      {sites.length === 0 ? <p class="hint">{say('options.sites.none')}</p> : null}
      <ul class="rows">
        {sites.map((host) => (
          <li key={host} class="row">
            <span dir="auto">{host}</span>
            <button
              type="button"
              class="quiet-button"
              data-remove={host}
              aria-label={say('options.sites.remove.of', { host })}
              onClick={() => onChange(sites.filter((site) => site !== host))}
            >
              {say('options.sites.remove')}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="add"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label for={id}>{say('options.sites.add')}</label>
        <input
          id={id}
          class="field"
          value={typed}
          placeholder="example.org"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-hint`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {say('options.sites.add.button')}
        </button>
      </form>
      <p id={`${id}-hint`} class="hint">
        {say('options.sites.hint')}
      </p>
      {problem === null ? null : <Notice tone="alert">{say(problem, { host: typed })}</Notice>}
    </>
  );
}
