/** One tab at a glance, as the toolbar's popup and as the panel beside the page: switches, claims, and their sources. */
import type { SourceKind } from '../../lib/engine/pack/schema';
import { sayDate } from '../../lib/words/dates';
import type { SayWord } from '../../lib/words/words';
import { Mark } from '../shared/Mark';
import { Notice } from '../shared/Notice';
import { Pause, type PauseProps } from '../shared/Pause';
import { SourceSwitches } from '../shared/SourceSwitches';
import { sayReason, type Reason } from '../shared/reason';
import { useSpeech } from '../shared/speech';
import { Switch } from '../shared/Switch';
import { AllSources } from './AllSources';
import { PageSection, type PageSectionProps } from './PageSection';

/** What just went wrong: the background refused a change, or the mention is no longer on the page. */
export type PopupProblem = { readonly kind: 'refused'; readonly reason: Reason } | { readonly kind: 'not-shown' };

export interface PopupProps extends PageSectionProps, Pick<PauseProps, 'onPause'> {
  readonly problem: PopupProblem | null;
  readonly onPower: (on: boolean) => void;
  readonly onSite: (host: string, on: boolean) => void;
  readonly onSource: (source: string, on: boolean) => void;
  readonly onKind: (kind: SourceKind, on: boolean) => void;
  /** A report that begins with this tab's page. */
  readonly onReport: () => void;
  /** Opens the panel beside the page; null where this is that panel. */
  readonly onPanel: (() => void) | null;
}

function sayProblem(problem: PopupProblem, say: SayWord): string {
  switch (problem.kind) {
    case 'refused':
      return say('shared.refused', { reason: sayReason(say, problem.reason) });
    case 'not-shown':
      return say('popup.not-shown');
  }
}

export function Popup(props: PopupProps) {
  const { say } = useSpeech();
  const { state, problem, onSource, onKind, onPause } = props;
  const { pageSources, otherSources, kindsOff } = state;
  const mentions = state.claims.reduce((sum, claim) => sum + (claim.muted ? 0 : claim.mentions), 0);
  return (
    <main class="popup">
      <Head {...props} />
      {problem === null ? null : <Notice tone="alert">{sayProblem(problem, say)}</Notice>}
      <section aria-labelledby="on-this-page">
        <h2 id="on-this-page">
          {say('popup.claims')}
          {mentions === 0 ? null : <small>{say('popup.mentions', { n: mentions })}</small>}
        </h2>
        <PageSection {...props} />
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
      {state.on && state.pausedUntil === null ? (
        <section>
          <Pause pausedUntil={null} onPause={onPause} />
        </section>
      ) : null}
      <Foot {...props} />
    </main>
  );
}

function Head({ state, onPower, onSite, onPause }: PopupProps) {
  const { say } = useSpeech();
  const { host } = state;
  const isPaused = state.on && state.pausedUntil !== null;
  return (
    <header>
      <Mark />
      <h1 class="visually-hidden">Dalel</h1>
      <Switch label={say('popup.power')} on={state.on} of="power" onChange={onPower} />
      {isPaused ? <Pause pausedUntil={state.pausedUntil} onPause={onPause} /> : null}
      {host === null || !state.on || isPaused ? null : (
        <Switch label={say('popup.site', { host })} on={state.siteOn} of="site" onChange={(on) => onSite(host, on)} />
      )}
    </header>
  );
}

function Foot({ state: { host, pack }, onPanel, onReport }: PopupProps) {
  const { say, lang } = useSpeech();
  return (
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
        {onPanel === null ? null : (
          <button type="button" class="plain-button" data-action="panel" onClick={onPanel}>
            {say('popup.panel')}
          </button>
        )}
      </nav>
    </footer>
  );
}
