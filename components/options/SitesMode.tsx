/** The question whether Dalel is on everywhere but on some sites, or on some sites only. Asked on two pages of ours. */
import type { Sites } from '../../lib/settings/settings';
import { useSpeech } from '../shared/speech';
import { Choice } from './Choice';

export interface SitesModeProps {
  readonly mode: Sites['mode'];
  readonly onChange: (mode: Sites['mode']) => void;
}

export function SitesMode({ mode, onChange }: SitesModeProps) {
  const { say } = useSpeech();
  return (
    <Choice
      legend={say('options.sites.mode')}
      name="sites"
      options={[
        ['all-but', say('options.sites.mode.all-but')],
        ['only', say('options.sites.mode.only')],
      ]}
      value={mode}
      onChange={(other) => other === mode || onChange(other)}
    />
  );
}
