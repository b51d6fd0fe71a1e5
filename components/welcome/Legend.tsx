/** What each kind of mark means: its line as it stands under the words, the status, and what that status says. */
import type { Status } from '../../lib/messages/protocol';
import type { WordKey } from '../../lib/words/words';
import { StatusMark } from '../shared/StatusMark';
import { useSpeech } from '../shared/speech';

const MEANINGS: Readonly<Record<Status, WordKey>> = {
  denied: 'welcome.legend.denied',
  doubted: 'welcome.legend.doubted',
  contested: 'welcome.legend.contested',
  confirmed: 'welcome.legend.confirmed',
  reported: 'welcome.legend.reported',
  superseded: 'welcome.legend.superseded',
};
// A record's keys are its names.
const STATUSES = Object.keys(MEANINGS) as readonly Status[];

export function Legend() {
  const { say } = useSpeech();
  return (
    <dl class="legend">
      {STATUSES.map((status) => (
        <div key={status}>
          <dt>
            <span class="line" data-status={status}>
              <StatusMark status={status} />
            </span>
          </dt>
          <dd>{say(MEANINGS[status])}</dd>
        </div>
      ))}
      <div>
        <dt>
          <span class="line" data-status="quiet">
            {say('welcome.legend.quiet.name')}
          </span>
        </dt>
        <dd>{say('welcome.legend.quiet')}</dd>
      </div>
    </dl>
  );
}
