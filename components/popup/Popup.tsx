/** The toolbar popup for one tab: switches, the claims found on its page, and the sources that they rest on. */
import type { SourceKind } from '../../lib/engine/pack/schema';
import type { PageClaim, TabState } from '../../lib/messages/protocol';
import { sayDate } from '../../lib/words/dates';
import type { SayWord } from '../../lib/words/words';
import { Mark } from '../shared/Mark';
import { Notice } from '../shared/Notice';
import { SourceSwitches } from '../shared/SourceSwitches';
import { useSpeech } from '../shared/speech';
import { Switch } from '../shared/Switch';
import { AllSources } from './AllSources';
import { ClaimList } from './ClaimList';

/** What just went wrong: the background refused a change, or the mention is no longer on the page. */
export type PopupProblem = { readonly kind: 'refused'; readonly reason: string } | { readonly kind: 'not-shown' };

export interface PopupProps {
  readonly state: TabState;
  readonly problem: PopupProblem | null;
  readonly onPower: (on: boolean) => void;
  readonly onSite: (host: string, on: boolean) => void;
  readonly onShow: (claim: PageClaim) => void;
  readonly onMute: (claim: PageClaim, muted: boolean) => void;
  readonly onSource: (source: string, on: boolean) => void;
  readonly onKind: (kind: SourceKind, on: boolean) => void;
  /** A report that begins with this tab's page. */
  readonly onReport: () => void;
}

function PageSection({ state, onShow, onMute }: Pick<PopupProps, 'state' | 'onShow' | 'onMute'>) {
  const { say } = useSpeech();
  const { host } = state;
  if (!state.on) return <p data-state="off">{say('popup.off')}</p>;
  if (host === null) return <p data-state="unreadable">{say('popup.unreadable')}</p>;
  if (!state.siteOn) return <p data-state="site-off">{say('popup.site-off', { host })}</p>;
  return (
    <>
      {state.claims.length === 0 ? (
        <p data-state="nothing">{say('popup.nothing')}</p>
      ) : (
        <ClaimList claims={state.claims} onShow={onShow} onMute={onMute} />
      )}
      {state.capped ? <p class="hint">{say('popup.capped')}</p> : null}
    </>
  );
}

function sayProblem(problem: PopupProblem, say: SayWord): string {
  switch (problem.kind) {
    case 'refused':
      return say('shared.refused', { reason: problem.reason });
    case 'not-shown':
      return say('popup.not-shown');
  }
}

export function Popup(props: PopupProps) {
  const { say, lang } = useSpeech();
  const { state, problem, onPower, onSite, onShow, onMute, onSource, onKind, onReport } = props;
  const { host, pack, pageSources, otherSources, kindsOff } = state;
  return (
    <main class="popup">
      <header>
        <Mark />
        <h1 class="visually-hidden">Dalel</h1>
        <Switch label={say('popup.power')} on={state.on} of="power" onChange={onPower} />
        {host === null || !state.on ? null : (
          <Switch label={say('popup.site', { host })} on={state.siteOn} of="site" onChange={(on) => onSite(host, on)} />
        )}
      </header>
      {problem === null ? null : <Notice tone="alert">{sayProblem(problem, say)}</Notice>}
      <section aria-labelledby="on-this-page">
        <h2 id="on-this-page">{say('popup.claims')}</h2>
        <PageSection state={state} onShow={onShow} onMute={onMute} />
      </section>
      {pageSources.length === 0 ? null : (
        <section aria-labelledby="page-sources">
          <h2 id="page-sources">{say('popup.page-sources')}</h2>
          <SourceSwitches sources={pageSources} kindsOff={kindsOff} onSource={onSource} onKind={onKind} />
        </section>
      )}
      {otherSources.length === 0 ? null : (
        <section>
          <AllSources sources={otherSources} kindsOff={kindsOff} onSource={onSource} onKind={onKind} />
        </section>
      )}
      <footer>
        <p>
          {say('popup.knows', { n: pack.counts.claims, date: sayDate(pack.date, lang) })} {say('popup.unchecked')}
        </p>
        <nav aria-label={say('shared.pages')}>
          <a href="/database.html" target="_blank">
            {say('shared.database')}
          </a>
          <a href="/options.html" target="_blank">
            {say('shared.options')}
          </a>
          <a
            href="/report.html"
            target="_blank"
            data-action="report"
            onClick={(event) => {
              // A page that cannot be read has nothing to begin a report with: then the empty form opens.
              if (host === null) return;
              event.preventDefault();
              onReport();
            }}
          >
            {say('shared.report')}
          </a>
        </nav>
      </footer>
    </main>
  );
}
