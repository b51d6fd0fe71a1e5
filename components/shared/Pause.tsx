/** Dalel silent for a while: for an hour, or until the browser starts anew. While it is, the way back. */
import type { Settings } from '../../lib/settings/settings';
import { sayTime } from '../../lib/words/dates';
import { useSpeech } from './speech';

export interface PauseProps {
  readonly pausedUntil: Settings['pausedUntil'];
  readonly onPause: (until: 'hour' | 'restart' | null) => void;
}

export function Pause({ pausedUntil, onPause }: PauseProps) {
  const { say, lang } = useSpeech();
  if (pausedUntil !== null) {
    const until = typeof pausedUntil === 'number' ? say('pause.until', { time: sayTime(pausedUntil, lang) }) : null;
    return (
      <div class="pause is-on">
        <span>{until ?? say('pause.until-restart')}</span>
        <button type="button" class="button" data-pause="end" onClick={() => onPause(null)}>
          {say('pause.end')}
        </button>
      </div>
    );
  }
  return (
    <div class="pause" role="group" aria-label={say('pause.title')}>
      <span>{say('pause.title')}</span>
      <button type="button" class="quiet-button" data-pause="hour" onClick={() => onPause('hour')}>
        {say('pause.hour')}
      </button>
      <button type="button" class="quiet-button" data-pause="restart" onClick={() => onPause('restart')}>
        {say('pause.restart')}
      </button>
    </div>
  );
}
