/** The database page at work: the address decides which view stands, and everything that is chosen goes into it. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { ClaimList, type ClaimListProps } from '../../components/database/ClaimList';
import { Spoken } from '../../components/shared/Spoken';
import { useAnswer } from '../../components/shared/use-answer';
import { Waiting } from '../../components/shared/Waiting';
import { call } from '../../lib/messages/call';
import { addressOf } from '../../lib/records/route';
import { followKept } from '../../lib/settings/kept';
import { OtherView } from './OtherView';
import { useRoute } from './use-route';
import { useRows } from './use-rows';

const askSettings = () => call('settings/get', {});

export function App() {
  const { route, replace, push, lastList, lastClaim } = useRoute();
  /** Counts up with every change of what is kept: everything shown is asked for again. */
  const [edition, setEdition] = useState(0);
  const { answer, again } = useAnswer(askSettings);
  useEffect(
    () =>
      followKept(() => {
        again();
        setEdition((before) => before + 1);
      }),
    [again],
  );
  const { rows, retry } = useRows(route.view === 'list', edition);
  const onList = useCallback<ClaimListProps['onList']>(
    (list, how) => (how === 'typed' ? replace : push)({ view: 'list', list }),
    [replace, push],
  );
  const setting = answer.state === 'ready' ? answer.value.language : 'auto';
  const waiting = answer.state === 'ready' ? rows : answer;
  return (
    <Spoken setting={setting} title="database.title">
      {route.view !== 'list' ? (
        <OtherView
          key={addressOf(route)}
          route={route}
          back={addressOf({ view: 'list', list: lastList })}
          edition={edition}
        />
      ) : waiting.state !== 'ready' ? (
        <Waiting answer={waiting} onRetry={answer.state === 'ready' ? retry : again} />
      ) : rows.state === 'ready' ? (
        <ClaimList {...rows.value} list={route.list} focusOn={lastClaim} onList={onList} />
      ) : null}
    </Spoken>
  );
}
