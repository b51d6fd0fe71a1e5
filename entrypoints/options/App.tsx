/** The options page at work: reads settings, sources and muted claims, and hands every change to the background. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { OptionsPage, type ChangeOutcome } from '../../components/options/OptionsPage';
import { Spoken } from '../../components/shared/Spoken';
import { StoreNotice } from '../../components/shared/StoreNotice';
import { reasonOf } from '../../components/shared/reason';
import { useAnswer } from '../../components/shared/use-answer';
import { Waiting } from '../../components/shared/Waiting';
import { call } from '../../lib/messages/call';
import { STORE_CALLS } from '../../lib/messages/store-calls';
import dial from '../../lib/settings/dial-figures.json';
import { followKept } from '../../lib/settings/kept';
import { DEFAULT_SETTINGS, pauseEnd } from '../../lib/settings/settings';
import { askAll, openShortcuts } from './ask';
import { exportEverything, importEverything } from './everything';

export function App() {
  const { answer, again } = useAnswer(askAll);
  const [outcome, setOutcome] = useState<ChangeOutcome | null>(null);
  useEffect(() => followKept(again), [again]);
  const change = useCallback(
    (done: Promise<unknown>) =>
      done.then(
        () => {
          setOutcome({ kind: 'saved' });
          again();
        },
        (error: unknown) => setOutcome({ kind: 'refused', reason: reasonOf(error) }),
      ),
    [again],
  );
  if (answer.state !== 'ready') {
    return (
      <Spoken setting="auto" title="options.title">
        <Waiting answer={answer} onRetry={again} />
      </Spoken>
    );
  }
  const { settings, sources, kindsOff, shortcuts, muted } = answer.value;
  return (
    <Spoken setting={settings.language} title="options.title">
      <StoreNotice {...STORE_CALLS} onChanged={again} />
      <OptionsPage
        settings={settings}
        dial={dial}
        sources={sources}
        kindsOff={kindsOff}
        muted={muted}
        shortcuts={shortcuts}
        outcome={outcome}
        onChange={(changed) => void change(call('settings/set', { settings: changed }))}
        onUnmute={(id) => void change(call('claim/mute', { id, muted: false }))}
        onSource={(source, on) => void change(call('source/set', { source, on }))}
        onKind={(kind, on) => void change(call('source-kind/set', { kind, on }))}
        onPause={(until) => void change(call('settings/set', { settings: { pausedUntil: pauseEnd(until) } }))}
        onShortcuts={() => void openShortcuts()}
        onReset={() => void change(call('settings/set', { settings: DEFAULT_SETTINGS }))}
        onExport={exportEverything}
        onImport={(text) => importEverything(text).finally(again)}
      />
    </Spoken>
  );
}
