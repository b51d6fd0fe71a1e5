/** Every setting on one page, in sections with a list of them beside it; each change is kept at once. */
import type { ComponentChildren } from 'preact';
import type { SourceKind } from '../../lib/engine/pack/schema';
import type { SourceRow } from '../../lib/messages/protocol';
import type { Settings } from '../../lib/settings/settings';
import { Notice } from '../shared/Notice';
import { PageHead } from '../shared/PageHead';
import type { PauseProps } from '../shared/Pause';
import { sayReason, type Reason } from '../shared/reason';
import { useSpeech } from '../shared/speech';
import { useTurn } from '../shared/turn';
import { EverythingFile, type EverythingFileProps } from './EverythingFile';
import { GeneralSettings } from './GeneralSettings';
import { MarkSettings, type MarkSettingsProps } from './MarkSettings';
import { MutedClaims, type MutedClaimsProps } from './MutedClaims';
import { Reset } from './Reset';
import { Shortcuts, type ShortcutsProps } from './Shortcuts';
import { Sites } from './Sites';
import { SourceSearch } from './SourceSearch';

/** What became of the last change. */
export type ChangeOutcome = { readonly kind: 'saved' } | { readonly kind: 'refused'; readonly reason: Reason };

export interface OptionsPageProps
  extends Pick<PauseProps, 'onPause'>, Pick<MarkSettingsProps, 'dial'>, EverythingFileProps {
  readonly settings: Settings;
  readonly sources: readonly SourceRow[];
  readonly kindsOff: readonly SourceKind[];
  readonly muted: MutedClaimsProps['claims'];
  readonly shortcuts: ShortcutsProps['shortcuts'];
  readonly outcome: ChangeOutcome | null;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onUnmute: (id: string) => void;
  readonly onSource: (source: string, on: boolean) => void;
  readonly onKind: (kind: SourceKind, on: boolean) => void;
  readonly onShortcuts: () => void;
  readonly onReset: () => void;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: ComponentChildren;
}

export function OptionsPage(props: OptionsPageProps) {
  const { say } = useSpeech();
  const { settings, dial, outcome, onChange } = props;
  const turn = useTurn(outcome);
  const sections: readonly Section[] = [
    { id: 'general', title: say('options.general'), body: <GeneralSettings {...props} /> },
    {
      id: 'marks',
      title: say('options.marks'),
      body: <MarkSettings settings={settings} dial={dial} onChange={onChange} />,
    },
    {
      id: 'sites',
      title: say('options.sites'),
      body: <Sites sites={settings.sites} onChange={(sites) => onChange({ sites })} />,
    },
    {
      id: 'sources',
      title: say('options.sources'),
      body: (
        <>
          <p class="hint">{say('options.sources.hint')}</p>
          <SourceSearch {...props} />
        </>
      ),
    },
    {
      id: 'muted',
      title: say('options.muted'),
      body: <MutedClaims claims={props.muted} onUnmute={props.onUnmute} />,
    },
    {
      id: 'shortcuts',
      title: say('options.shortcuts'),
      body: <Shortcuts shortcuts={props.shortcuts} onOpen={props.onShortcuts} />,
    },
    {
      id: 'reports',
      title: say('options.reports'),
      body: (
        <>
          <p class="hint">{say('options.reports.hint')}</p>
          <p class="actions">
            <a class="button" href="/report.html">
              {say('options.reports.open')}
            </a>
          </p>
        </>
      ),
    },
    { id: 'file', title: say('options.file'), body: <EverythingFile {...props} /> },
    { id: 'reset', title: say('options.reset'), body: <Reset onReset={props.onReset} /> },
  ];
  return (
    <main class="page options">
      <PageHead title={say('options.title')} here="options" />
      <div class="with-contents">
        <nav class="contents" aria-label={say('options.contents')}>
          {sections.map(({ id, title }) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
        <div>
          {sections.map(({ id, title, body }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id}>{title}</h2>
              {body}
            </section>
          ))}
        </div>
      </div>
      <div class="outcome" aria-live="polite">
        {outcome?.kind === 'saved' ? (
          <p key={turn} class="notice">
            {say('options.saved')}
          </p>
        ) : null}
        {outcome?.kind === 'refused' ? (
          <Notice key={turn} tone="alert">
            {say('shared.refused', { reason: sayReason(say, outcome.reason) })}
          </Notice>
        ) : null}
      </div>
    </main>
  );
}
