/** Where Dalel is on: all sites but those listed, or those alone. Sites are added by host name or by a pasted address. */
import { useId, useState } from 'preact/hooks';
import type { Sites as SitesSetting } from '../../lib/settings/settings';
import { Notice } from '../shared/Notice';
import { useSpeech } from '../shared/speech';
import { SitesMode } from './SitesMode';

export interface SitesProps {
  readonly sites: SitesSetting;
  readonly onChange: (sites: SitesSetting) => void;
}

/** The host of what was typed, lower case and in its ASCII form as the browser reports it; null where it is none. */
export function readHost(typed: string): string | null {
  const text = typed.trim();
  const address = /^https?:\/\//iu.test(text) ? text : `http://${text}`;
  if (text === '' || /\s/u.test(text) || !URL.canParse(address)) return null;
  const { hostname, username } = new URL(address);
  return hostname === '' || username !== '' ? null : hostname;
}

export function Sites({ sites, onChange }: SitesProps) {
  const { hosts } = sites;
  const { say } = useSpeech();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<'options.sites.bad' | 'options.sites.known' | null>(null);
  const add = () => {
    const host = readHost(typed);
    if (host === null) return setProblem('options.sites.bad');
    if (hosts.includes(host)) return setProblem('options.sites.known');
    setProblem(null);
    setTyped('');
    return onChange({ ...sites, hosts: [...hosts, host].sort() });
  };
  return (
    <>
      <SitesMode sites={sites} onChange={onChange} />
      {hosts.length === 0 ? <p class="hint">{say('options.sites.none')}</p> : null}
      <ul class="rows">
        {hosts.map((host) => (
          <li key={host} class="row">
            <span dir="auto">{host}</span>
            <button
              type="button"
              class="quiet-button"
              data-remove={host}
              aria-label={say('options.sites.remove.of', { host })}
              onClick={() => onChange({ ...sites, hosts: hosts.filter((site) => site !== host) })}
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
