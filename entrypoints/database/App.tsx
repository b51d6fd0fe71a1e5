/** The database page at work: `#/claim/<id>` shows a record, anything else the list. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ClaimTable } from '../../components/database/ClaimTable';
import { readRoute } from '../../components/database/route';
import { RecordPage } from '../../components/database/RecordPage';
import { Spoken } from '../../components/shared/Spoken';
import { useAnswer } from '../../components/shared/use-answer';
import { Waiting } from '../../components/shared/Waiting';
import { call } from '../../lib/messages/call';

async function askFor(id: string | null) {
  const settings = await call('settings/get', {});
  if (id === null) return { settings, view: 'list', cards: (await call('claims/list', {})).cards } as const;
  return { settings, view: 'record', id, found: await call('claims/get', { id }) } as const;
}

export function App() {
  const [id, setId] = useState(() => readRoute(location.hash));
  const [query, setQuery] = useState('');
  const ask = useCallback(() => askFor(id), [id]);
  const { answer, again } = useAnswer(ask);
  useEffect(() => {
    const follow = () => setId(readRoute(location.hash));
    addEventListener('hashchange', follow);
    browser.storage.onChanged.addListener(again);
    return () => {
      removeEventListener('hashchange', follow);
      browser.storage.onChanged.removeListener(again);
    };
  }, [again]);
  const setting = answer.state === 'ready' ? answer.value.settings.language : 'auto';
  return (
    <Spoken setting={setting} title="database.title">
      {answer.state !== 'ready' ? <Waiting answer={answer} onRetry={again} /> : null}
      {answer.state === 'ready' && answer.value.view === 'list' ? (
        <ClaimTable cards={answer.value.cards} query={query} onQuery={setQuery} />
      ) : null}
      {answer.state === 'ready' && answer.value.view === 'record' ? (
        <RecordPage id={answer.value.id} found={answer.value.found} />
      ) : null}
    </Spoken>
  );
}
