/** What the popup says of the tab's page: its claims with a recap, or why there are none to show. */
import { useState } from 'preact/hooks';
import type { PageClaim, PageState, TabState } from '../../lib/messages/protocol';
import type { WordKey } from '../../lib/words/words';
import { useSpeech } from '../shared/speech';
import { ClaimList } from './ClaimList';
import { Recap } from './Recap';

export interface PageSectionProps {
  readonly state: TabState;
  readonly onShow: (claim: PageClaim) => void;
  readonly onMute: (claim: PageClaim, muted: boolean) => void;
  /** Puts the text on the clipboard; rejects where the browser refuses. */
  readonly onCopy: (text: string) => Promise<void>;
  /** Asks the browser to let Dalel read the site. */
  readonly onAccess: (host: string) => void;
  /** The page of ours that exports what is marked in this tab. */
  readonly exportAddress: string;
}

export function PageSection(props: PageSectionProps) {
  const { say } = useSpeech();
  const { state, onAccess } = props;
  const { host } = state;
  if (!state.on) return <p data-state="off">{say('popup.off')}</p>;
  if (state.pausedUntil !== null) return <p data-state="paused">{say('popup.paused')}</p>;
  if (host === null) return <p data-state="unreadable">{say('popup.unreadable')}</p>;
  if (!state.siteOn) return <p data-state="site-off">{say('popup.site-off', { host })}</p>;
  if (state.isWithheld) {
    return (
      <div data-state="withheld">
        <p>{say('popup.withheld', { host })}</p>
        <button type="button" class="button" data-primary="true" data-action="access" onClick={() => onAccess(host)}>
          {say('popup.withheld.ask')}
        </button>
      </div>
    );
  }
  return (
    <>
      {state.claims.length === 0 ? <Nothing {...state} /> : <Found {...props} host={host} />}
      {state.capped.map((cap) => (
        <p key={cap} class="hint">
          {say(`popup.capped.${cap}`)}
        </p>
      ))}
    </>
  );
}

const NO_CLAIM: Readonly<Record<PageState, WordKey>> = {
  read: 'popup.nothing',
  waiting: 'popup.waiting',
  unread: 'popup.unread',
  'other-kind': 'popup.other-kind',
  closed: 'popup.unreadable',
};

/** Why no claim is listed: only a page that was read has none. What is shown of a quick page's waiting is nothing. */
function Nothing({ page, capped }: Pick<TabState, 'page' | 'capped'>) {
  const { say } = useSpeech();
  if (page === 'read' && capped.includes('failed')) return null;
  return (
    <p data-state={page === 'read' ? 'nothing' : page} class={page === 'waiting' ? 'late' : undefined}>
      {say(NO_CLAIM[page])}
    </p>
  );
}

function Found({ state, host, onShow, onMute, onCopy, exportAddress }: PageSectionProps & { readonly host: string }) {
  const { say } = useSpeech();
  const [isRecap, setRecap] = useState(false);
  return (
    <>
      {isRecap ? (
        <Recap entries={state.recap} host={host} onCopy={onCopy} />
      ) : (
        <ClaimList claims={state.claims} onShow={onShow} onMute={onMute} />
      )}
      <div class="page-actions">
        {state.recap.length === 0 ? null : (
          <button
            type="button"
            class="plain-button"
            data-action="recap"
            aria-pressed={isRecap}
            onClick={() => setRecap(!isRecap)}
          >
            {say(isRecap ? 'popup.recap.back' : 'popup.recap')}
          </button>
        )}
        <a href={exportAddress} target="_blank" data-action="export">
          {say('popup.export')}
        </a>
      </div>
    </>
  );
}
