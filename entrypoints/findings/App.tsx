/** The page of findings at work: `findings.html?tab=12` shows what is marked in that tab, to take along. */
import { FindingsPage } from '../../components/findings/FindingsPage';
import { saveFile } from '../../components/shared/save-file';
import { Spoken } from '../../components/shared/Spoken';
import { useAnswer } from '../../components/shared/use-answer';
import { Waiting } from '../../components/shared/Waiting';
import { call } from '../../lib/messages/call';

async function askFindings() {
  const tabId = Number(new URLSearchParams(location.search).get('tab'));
  const [settings, page] = await Promise.all([call('settings/get', {}), call('tab/findings', { tabId })]);
  return { settings, page };
}

export function App() {
  const { answer, again } = useAnswer(askFindings);
  if (answer.state !== 'ready') {
    return (
      <Spoken setting="auto" title="findings.title">
        <Waiting answer={answer} onRetry={again} />
      </Spoken>
    );
  }
  const { settings, page } = answer.value;
  return (
    <Spoken setting={settings.language} title="findings.title">
      <FindingsPage page={page} onFile={saveFile} onCopy={(text) => navigator.clipboard.writeText(text)} />
    </Spoken>
  );
}
