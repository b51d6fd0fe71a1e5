/** Popup and panel at work: asks for the tab's state, hands every change to the background and asks again. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { Popup, type PopupProblem } from '../../components/popup/Popup';
import { Spoken } from '../../components/shared/Spoken';
import { reasonOf } from '../../components/shared/reason';
import { useAnswer } from '../../components/shared/use-answer';
import { Waiting } from '../../components/shared/Waiting';
import { call } from '../../lib/messages/call';
import { pauseEnd } from '../../lib/settings/settings';
import { openPanel, requestAccess } from './act';
import { askAll, askOn, isLasting, isPanel, listenForNews } from './ask';

export function App() {
  const { answer, again } = useAnswer(askAll);
  const [problem, setProblem] = useState<PopupProblem | null>(null);
  useEffect(() => listenForNews(again), [again]);
  useEffect(() => askOn(answer, again), [answer, again]);
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
    else if (!isLasting) window.close();
  };
  const pause = (until: 'hour' | 'restart' | null) =>
    call('settings/set', { settings: { pausedUntil: pauseEnd(until) } });
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
        exportAddress={`/findings.html?tab=${tabId}`}
        onReport={() => change(call('reports/start', { tabId }).then(() => (isLasting ? null : window.close())))}
        onKind={(kind, on) => change(call('source-kind/set', { kind, on }))}
        onPause={(until) => change(pause(until))}
        onAccess={(host) => change(requestAccess(host))}
        onCopy={(text) => navigator.clipboard.writeText(text)}
        onPanel={isPanel ? null : () => change(openPanel().then(() => isLasting || window.close()))}
      />
    </Spoken>
  );
}
