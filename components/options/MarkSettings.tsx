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
  const measuredAt = (setting: keyof typeof dial.settings) => ({ ...dial.settings[setting], of: dial.misleading });
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
          ['quiet', say('options.confidence.quiet', measuredAt('quiet'))],
          ['normal', say('options.confidence.normal', measuredAt('normal'))],
          ['thorough', say('options.confidence.thorough', measuredAt('thorough'))],
        ]}
        hint={say('options.confidence.measured', { n: dial.mentions, of: dial.misleading })}
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
