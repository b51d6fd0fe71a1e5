/** On or off, a pause, the language, the toolbar count and the screen-reader switch. */
import type { Settings } from '../../lib/settings/settings';
import { LANGUAGE_NAMES, LANGUAGES } from '../../lib/words/languages';
import { Pause, type PauseProps } from '../shared/Pause';
import { useSpeech } from '../shared/speech';
import { Switch } from '../shared/Switch';
import { Choice } from './Choice';

export interface SettingsGroupProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}

export function GeneralSettings({ settings, onChange, onPause }: SettingsGroupProps & Pick<PauseProps, 'onPause'>) {
  const { say } = useSpeech();
  return (
    <>
      <Switch
        label={say('options.on')}
        detail={say('options.on.hint')}
        on={settings.on}
        of="power"
        onChange={(on) => onChange({ on })}
      />
      {settings.on ? <Pause pausedUntil={settings.pausedUntil} onPause={onPause} /> : null}
      <Switch
        label={say('options.badge')}
        detail={say('options.badge.hint')}
        on={settings.badge}
        of="badge"
        onChange={(badge) => onChange({ badge })}
      />
      <Switch
        label={say('options.screen-reader')}
        detail={say('options.screen-reader.hint')}
        on={settings.screenReader}
        of="screen-reader"
        onChange={(screenReader) => onChange({ screenReader })}
      />
      <Switch
        label={say('options.developer')}
        detail={say('options.developer.hint')}
        on={settings.developerSubscriptions}
        of="developer"
        onChange={(developerSubscriptions) => onChange({ developerSubscriptions })}
      />
      <Choice
        legend={say('options.language')}
        name="language"
        options={[
          ['auto', say('options.language.auto')],
          ...LANGUAGES.map((lang) => [lang, LANGUAGE_NAMES[lang]] as const),
        ]}
        value={settings.language}
        onChange={(language) => onChange({ language })}
      />
    </>
  );
}
