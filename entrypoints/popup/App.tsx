/** The popup at work: asks for the tab's state, hands every change to the background and asks again. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Popup, type PopupProblem } from '../../components/popup/Popup';
import { Spoken } from '../../components/shared/Spoken';
import { reasonOf, useAnswer } from '../../components/shared/use-answer';
import { Waiting } from '../../components/shared/Waiting';
import { call } from '../../lib/messages/call';
import { askAll, givenTab } from './ask';

export function App() {
  const { answer, again } = useAnswer(askAll);
  const [problem, setProblem] = useState<PopupProblem | null>(null);
  useEffect(() => {
    browser.storage.onChanged.addListener(again);
    return () => browser.storage.onChanged.removeListener(again);
  }, [again]);
  const change = useCallback(
    (done: Promise<unknown>) => {
      setProblem(null);
      done.then(again, (error: unknown) => setProblem({ kind: 'refused', reason: reasonOf(error) }));
    },
    [again],
  );
  if (answer.state !== 'ready') {
    return (
      <Spoken setting="auto" title="popup.power">
        <Waiting answer={answer} onRetry={again} />
      </Spoken>
    );
  }
  const { tabId, settings, state } = answer.value;
  const show = async (claim: string) => {
    const { shown } = await call('tab/show', { tabId, claim, nth: 0 });
    if (!shown) setProblem({ kind: 'not-shown' });
    else if (givenTab === null) window.close();
  };
  return (
    <Spoken setting={settings.language} title="popup.power">
      <Popup
        state={state}
        problem={problem}
        onPower={(on) => change(call('settings/set', { settings: { on } }))}
        onSite={(host, on) => change(call('site/set', { host, on }))}
        onShow={({ id }) => change(show(id))}
        onMute={({ id }, muted) => change(call('claim/mute', { id, muted }))}
        onSource={(source, on) => change(call('source/set', { source, on }))}
        onReport={() =>
          change(call('reports/start', { tabId }).then(() => (givenTab === null ? window.close() : null)))
        }
        onKind={(kind, on) => change(call('source-kind/set', { kind, on }))}
      />
    </Spoken>
  );
}
