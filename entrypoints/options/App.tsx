/** The options page at work: reads settings, sources and muted claims, and hands every change to the background. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { OptionsPage, type ChangeOutcome } from '../../components/options/OptionsPage';
import { saveFile } from '../../components/shared/save-file';
import { Spoken } from '../../components/shared/Spoken';
import { reasonOf, useAnswer } from '../../components/shared/use-answer';
import { Waiting } from '../../components/shared/Waiting';
import { call } from '../../lib/messages/call';
import { writeSettingsFile } from '../../lib/settings/settings-file';
import { askAll, importSettings } from './ask';

export function App() {
  const { answer, again } = useAnswer(askAll);
  const [outcome, setOutcome] = useState<ChangeOutcome | null>(null);
  useEffect(() => {
    browser.storage.onChanged.addListener(again);
    return () => browser.storage.onChanged.removeListener(again);
  }, [again]);
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
  const { settings, sources, kindsOff, muted } = answer.value;
  return (
    <Spoken setting={settings.language} title="options.title">
      <OptionsPage
        settings={settings}
        sources={sources}
        kindsOff={kindsOff}
        muted={muted}
        outcome={outcome}
        onChange={(changed) => void change(call('settings/set', { settings: changed }))}
        onUnmute={(id) => void change(call('claim/mute', { id, muted: false }))}
        onSource={(source, on) => void change(call('source/set', { source, on }))}
        onKind={(kind, on) => void change(call('source-kind/set', { kind, on }))}
        onExport={() => saveFile('dalel-settings.json', writeSettingsFile(settings))}
        onImport={(text) => importSettings(text).finally(again)}
      />
    </Spoken>
  );
}
