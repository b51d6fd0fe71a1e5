/** Known claims that the words may tell: the reader attaches the report to one of them as another sighting, or to none. */
import type { NearClaim } from '../../lib/messages/protocol';
import { StatusMark } from '../shared/StatusMark';
import { useSpeech } from '../shared/speech';

export interface NearClaimsProps {
  readonly claims: readonly NearClaim[];
  /** The claim that the report is attached to, or null. */
  readonly attached: string | null;
  readonly onAttach: (claim: string | null) => void;
}

export function NearClaims({ claims, attached, onAttach }: NearClaimsProps) {
  const { say } = useSpeech();
  if (claims.length === 0) return null;
  return (
    <fieldset class="near">
      <legend>{say('report.near')}</legend>
      <p class="hint">{say('report.near.hint')}</p>
      <ul>
        {claims.map(({ id, proposition, status, isFound }) => (
          <li key={id}>
            <label class="check">
              <input type="radio" name="near" data-near={id} checked={attached === id} onChange={() => onAttach(id)} />
              <span>
                <span dir="auto">{proposition}</span>
                <small class="near-facts">
                  <StatusMark status={status} />
                  {isFound ? <span>{say('report.near.found')}</span> : null}
                </small>
              </span>
            </label>
            <a href={`/database.html#/claim/${encodeURIComponent(id)}`} target="_blank">
              {say('report.near.open')}
            </a>
          </li>
        ))}
        <li>
          <label class="check">
            <input type="radio" name="near" data-near="" checked={attached === null} onChange={() => onAttach(null)} />
            <span>{say('report.near.none')}</span>
          </label>
        </li>
      </ul>
    </fieldset>
  );
}
