/**
 * The question whether Dalel is on everywhere but on some sites, or on some sites only. Asked on two pages of ours. Each
 * answer has a list of its own, so that trying the other one, which an arrow key does, loses nothing.
 */
import type { Sites } from '../../lib/settings/settings';
import { useSpeech } from '../shared/speech';
import { Choice } from './Choice';

export interface SitesModeProps {
  readonly sites: Sites;
  readonly onChange: (sites: Sites) => void;
}

export function SitesMode({ sites: { mode, hosts, otherHosts = [] }, onChange }: SitesModeProps) {
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
      onChange={(other) => other === mode || onChange({ mode: other, hosts: otherHosts, otherHosts: hosts })}
    />
  );
}
