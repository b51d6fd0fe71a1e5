/** The welcome page at work: draws, then has the sample read, and hands the two choices to the background. */
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { Spoken } from '../../components/shared/Spoken';
import { useAnswer } from '../../components/shared/use-answer';
import { Waiting } from '../../components/shared/Waiting';
import { Welcome } from '../../components/welcome/Welcome';
import { call } from '../../lib/messages/call';
import type { Annotator } from '../../lib/page/annotate';
import { followKept } from '../../lib/settings/kept';
import type { Settings } from '../../lib/settings/settings';
import { startSample } from './sample';

const askSettings = () => call('settings/get', {});
const report = (reason: unknown): void => console.error('Dalel: the sample could not be read', reason);

export function App() {
  const { answer, again } = useAnswer(askSettings);
  const annotator = useRef<Annotator | null>(null);
  useEffect(() => followKept(again), [again]);
  const language = answer.state === 'ready' ? answer.value.language : null;
  useEffect(() => {
    if (language === null) return;
    startSample().then((started) => {
      annotator.current = started;
    }, report);
  }, [language]);
  const change = useCallback(
    (settings: Partial<Settings>) => void call('settings/set', { settings }).then(again, report),
    [again],
  );
  if (answer.state !== 'ready') {
    return (
      <Spoken setting="auto" title="welcome.title">
        <Waiting answer={answer} onRetry={again} />
      </Spoken>
    );
  }
  return (
    <Spoken setting={answer.value.language} title="welcome.title">
      <Welcome
        sites={answer.value.sites}
        onSites={(sites) => change({ sites })}
        onLanguage={(chosen) => change({ language: chosen })}
        onStep={() => void annotator.current?.step(1)}
      />
    </Spoken>
  );
}
