/** Popup and pages of Dalel in states that the frozen samples make, with nothing behind their buttons. */
import type { ComponentChildren } from 'preact';
import { ClaimList } from '../../components/database/ClaimList';
import { OptionsPage } from '../../components/options/OptionsPage';
import { Popup } from '../../components/popup/Popup';
import type { PageClaim, TabState } from '../../lib/messages/protocol';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings';
import { WHOLE_LIST } from '../../lib/records/route';
import { makeRecap } from '../../lib/store/recap';
import type { Language } from '../../lib/words/words';
import { SAMPLES } from './samples';
import { SAMPLE_DIAL, SAMPLE_STATE } from '../unit/components/samples';

const nothing = (): void => undefined;
const never = (): Promise<never> => new Promise(() => undefined);

function stateIn(lang: Language, change: Partial<TabState> = {}): TabState {
  const claims = SAMPLES.cards[lang].map(({ id, proposition, status }, i): PageClaim => ({
    id,
    proposition,
    status,
    mentions: 4 - i,
    muted: false,
  }));
  return {
    ...SAMPLE_STATE,
    claims,
    recap: SAMPLES.cards[lang].map(makeRecap),
    pageSources: SAMPLES.sources.filter((_source, i) => i % 2 === 0),
    otherSources: SAMPLES.sources.filter((_source, i) => i % 2 === 1),
    pack: { ...SAMPLE_STATE.pack, counts: { ...SAMPLE_STATE.pack.counts, claims: 47 } },
    ...change,
  };
}

export function popupView(lang: Language, change: Partial<TabState> = {}): ComponentChildren {
  return (
    <Popup
      state={stateIn(lang, change)}
      problem={null}
      onPower={nothing}
      onSite={nothing}
      onShow={nothing}
      onMute={nothing}
      onSource={nothing}
      onKind={nothing}
      onPause={nothing}
      onReport={nothing}
      onAccess={nothing}
      onCopy={never}
      onPanel={nothing}
      exportAddress="/findings.html?tab=7"
    />
  );
}

export function optionsView(lang: Language): ComponentChildren {
  const muted = SAMPLES.cards[lang].slice(0, 1);
  return (
    <OptionsPage
      settings={{ ...DEFAULT_SETTINGS, language: lang, sites: { mode: 'all-but', hosts: ['news.example'] } }}
      dial={SAMPLE_DIAL}
      sources={SAMPLES.sources}
      kindsOff={['blog']}
      muted={muted}
      shortcuts={[
        { command: 'popup', keys: 'Alt+Shift+D' },
        { command: 'next-mention', keys: 'Alt+Shift+N' },
        { command: 'previous-mention', keys: 'Alt+Shift+P' },
        { command: 'toggle-site', keys: '' },
      ]}
      outcome={null}
      onPause={nothing}
      onChange={nothing}
      onUnmute={nothing}
      onSource={nothing}
      onKind={nothing}
      onShortcuts={nothing}
      onReset={nothing}
      onExport={never}
      onImport={never}
    />
  );
}

const findNothing = (): null => null;

export function databaseView(lang: Language): ComponentChildren {
  const rows = SAMPLES.rows[lang];
  return (
    <ClaimList
      rows={rows}
      total={rows.length}
      find={findNothing}
      searchable={rows.length}
      speakers={[]}
      sources={[]}
      list={WHOLE_LIST}
      focusOn={null}
      onList={nothing}
    />
  );
}
