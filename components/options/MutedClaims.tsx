/** The claims that a reader muted, each with its way back. A claim that the database no longer lists is named by its id. */
import { useSpeech } from '../shared/speech';

export interface MutedClaimsProps {
  readonly claims: readonly { readonly id: string; readonly proposition: string | null }[];
  readonly onUnmute: (id: string) => void;
}

export function MutedClaims({ claims, onUnmute }: MutedClaimsProps) {
  const { say } = useSpeech();
  if (claims.length === 0) return <p class="hint">{say('options.muted.none')}</p>;
  return (
    <ul class="rows">
      {claims.map(({ id, proposition }) => (
        <li key={id} class="row">
          <span dir="auto">{proposition ?? id}</span>
          <button
            type="button"
            class="quiet-button"
            data-unmute={id}
            aria-label={say('popup.unmute.of', { claim: proposition ?? id })}
            onClick={() => onUnmute(id)}
          >
            {say('popup.unmute')}
          </button>
        </li>
      ))}
    </ul>
  );
}
