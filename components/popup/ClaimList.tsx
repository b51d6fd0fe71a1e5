/** The claims found on the tab's page: a click shows the first mention in the page; each can be muted and unmuted. */
import type { PageClaim } from '../../lib/messages/protocol';
import { StatusMark } from '../shared/StatusMark';
import { useSpeech } from '../shared/speech';

export interface ClaimListProps {
  readonly claims: readonly PageClaim[];
  readonly onShow: (claim: PageClaim) => void;
  readonly onMute: (claim: PageClaim, muted: boolean) => void;
}

function ClaimRow({ claim, onShow, onMute }: { readonly claim: PageClaim } & Omit<ClaimListProps, 'claims'>) {
  const { say } = useSpeech();
  const names = { claim: claim.proposition };
  const mute = (
    <button
      type="button"
      class="quiet-button"
      data-mute={claim.id}
      aria-label={say(claim.muted ? 'popup.unmute.of' : 'popup.mute.of', names)}
      onClick={() => onMute(claim, !claim.muted)}
    >
      {say(claim.muted ? 'popup.unmute' : 'popup.mute')}
    </button>
  );
  if (claim.muted) {
    return (
      <li class="claim" data-muted="true">
        <div class="claim-text">
          <span dir="auto">{claim.proposition}</span>
          <small>{say('popup.muted')}</small>
        </div>
        {mute}
      </li>
    );
  }
  return (
    <li class="claim">
      <button
        type="button"
        class="claim-text"
        data-claim={claim.id}
        title={say('popup.jump')}
        onClick={() => onShow(claim)}
      >
        <span dir="auto">{claim.proposition}</span>
        <small>
          <StatusMark status={claim.status} />
          <span>{say('popup.mentions', { n: claim.mentions })}</span>
        </small>
      </button>
      {mute}
    </li>
  );
}

export function ClaimList({ claims, onShow, onMute }: ClaimListProps) {
  return (
    <ul class="claims">
      {claims.map((claim) => (
        <ClaimRow key={claim.id} claim={claim} onShow={onShow} onMute={onMute} />
      ))}
    </ul>
  );
}
