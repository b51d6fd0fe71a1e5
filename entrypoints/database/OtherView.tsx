/** A record, a speaker, a source, or the lists of these: asked for when the address names it. */
import { useCallback, useEffect } from 'preact/hooks';
import { SourcesPage, SpeakersPage } from '../../components/database/NameList';
import { RecordPage } from '../../components/database/RecordPage';
import { SourcePage } from '../../components/database/SourcePage';
import { SpeakerPage } from '../../components/database/SpeakerPage';
import { useAnswer } from '../../components/shared/use-answer';
import { Waiting } from '../../components/shared/Waiting';
import { call } from '../../lib/messages/call';
import type { Route } from '../../lib/records/route';

type OtherRoute = Exclude<Route, { readonly view: 'list' }>;

async function askFor(route: OtherRoute, back: string) {
  switch (route.view) {
    case 'claim': {
      const found = await call('claims/get', { id: route.id });
      const onCopy = (text: string) => navigator.clipboard.writeText(text);
      return <RecordPage id={route.id} found={found} address={location.href} back={back} onCopy={onCopy} />;
    }
    case 'speaker':
      return <SpeakerPage id={route.id} found={await call('speakers/get', { id: route.id })} only={route.only} />;
    case 'source':
      return <SourcePage id={route.id} found={await call('sources/get', { id: route.id })} />;
    case 'speakers':
      return <SpeakersPage {...await call('speakers/list', {})} />;
    case 'sources':
      return <SourcesPage {...await call('sources/list', {})} />;
  }
}

export interface OtherViewProps {
  readonly route: OtherRoute;
  /** The list as it was left. */
  readonly back: string;
  /** Counts up where the answer may have changed. */
  readonly edition: number;
}

export function OtherView({ route, back, edition }: OtherViewProps) {
  const ask = useCallback(() => askFor(route, back), [route, back]);
  const { answer, again } = useAnswer(ask);
  useEffect(again, [again, edition]);
  return answer.state === 'ready' ? answer.value : <Waiting answer={answer} onRetry={again} />;
}
