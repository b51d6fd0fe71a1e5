/** How much is marked, how sure Dalel must be, and what opens a card. */
import { useSpeech } from '../shared/speech';
import { Choice } from './Choice';
import type dialFigures from '../../lib/settings/dial-figures.json';
import type { SettingsGroupProps } from './GeneralSettings';
import { RestField } from './RestField';

export interface MarkSettingsProps extends SettingsGroupProps {
  /** What was measured at each setting of the dial. */
  readonly dial: typeof dialFigures;
}

export function MarkSettings({ settings, dial, onChange }: MarkSettingsProps) {
  const { say } = useSpeech();
  return (
    <>
      <Choice
        legend={say('options.loudness')}
        name="loudness"
        options={[
          ['full', say('options.loudness.full')],
          ['first', say('options.loudness.first')],
          ['badge', say('options.loudness.badge')],
        ]}
        value={settings.loudness}
        onChange={(loudness) => onChange({ loudness })}
      />
      <Choice
        legend={say('options.confidence')}
        name="confidence"
        options={[
          ['quiet', say('options.confidence.quiet', dial.quiet)],
          ['normal', say('options.confidence.normal', dial.normal)],
          ['thorough', say('options.confidence.thorough', dial.thorough)],
        ]}
        hint={say('options.confidence.measured', { n: dial.sentences })}
        value={settings.confidence}
        onChange={(confidence) => onChange({ confidence })}
      />
      <Choice
        legend={say('options.open-by')}
        name="open-by"
        options={[
          ['rest', say('options.open-by.rest')],
          ['modifier', say('options.open-by.modifier')],
          ['click', say('options.open-by.click')],
        ]}
        value={settings.openBy}
        onChange={(openBy) => onChange({ openBy })}
      />
      <RestField
        value={settings.restMs}
        disabled={settings.openBy !== 'rest'}
        onChange={(restMs) => onChange({ restMs })}
      />
    </>
  );
}
