/** Every setting on one page, in sections; each change is kept at once. */
import type { SourceKind } from '../../lib/engine/pack/schema';
import type { SourceRow } from '../../lib/messages/protocol';
import type { Settings } from '../../lib/settings/settings';
import { Notice } from '../shared/Notice';
import { PageHead } from '../shared/PageHead';
import { SourceSwitches } from '../shared/SourceSwitches';
import { useSpeech } from '../shared/speech';
import { GeneralSettings } from './GeneralSettings';
import { MarkSettings } from './MarkSettings';
import { MutedClaims, type MutedClaimsProps } from './MutedClaims';
import { SettingsFile, type SettingsFileProps } from './SettingsFile';
import { SitesOff } from './SitesOff';

/** What became of the last change. */
export type ChangeOutcome = { readonly kind: 'saved' } | { readonly kind: 'refused'; readonly reason: string };

export interface OptionsPageProps {
  readonly settings: Settings;
  readonly sources: readonly SourceRow[];
  readonly kindsOff: readonly SourceKind[];
  readonly muted: MutedClaimsProps['claims'];
  readonly outcome: ChangeOutcome | null;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onUnmute: (id: string) => void;
  readonly onSource: (source: string, on: boolean) => void;
  readonly onKind: (kind: SourceKind, on: boolean) => void;
  readonly onExport: () => void;
  readonly onImport: SettingsFileProps['onImport'];
}

export function OptionsPage(props: OptionsPageProps) {
  const { say } = useSpeech();
  const { settings, sources, kindsOff, muted, outcome, onChange, onUnmute, onSource, onKind, onExport, onImport } =
    props;
  return (
    <main class="page options">
      <PageHead title={say('options.title')} here="options" />
      <section aria-labelledby="general">
        <h2 id="general">{say('options.general')}</h2>
        <GeneralSettings settings={settings} onChange={onChange} />
      </section>
      <section aria-labelledby="marks">
        <h2 id="marks">{say('options.marks')}</h2>
        <MarkSettings settings={settings} onChange={onChange} />
      </section>
      <section aria-labelledby="sites">
        <h2 id="sites">{say('options.sites')}</h2>
        <SitesOff sites={settings.sitesOff} onChange={(sitesOff) => onChange({ sitesOff })} />
      </section>
      <section aria-labelledby="muted">
        <h2 id="muted">{say('options.muted')}</h2>
        <MutedClaims claims={muted} onUnmute={onUnmute} />
      </section>
      <section aria-labelledby="sources">
        <h2 id="sources">{say('options.sources')}</h2>
        <p class="hint">{say('options.sources.hint')}</p>
        <SourceSwitches sources={sources} kindsOff={kindsOff} onSource={onSource} onKind={onKind} />
      </section>
      <section aria-labelledby="file">
        <h2 id="file">{say('options.file')}</h2>
        <SettingsFile onExport={onExport} onImport={onImport} />
      </section>
      <div class="outcome" aria-live="polite">
        {outcome?.kind === 'saved' ? <p class="notice">{say('options.saved')}</p> : null}
        {outcome?.kind === 'refused' ? (
          <Notice tone="alert">{say('shared.refused', { reason: outcome.reason })}</Notice>
        ) : null}
      </div>
    </main>
  );
}
