/** For readers with a screen reader, where they asked for it: one announcement, and a button for every mention. */
import type { OutlineView } from '../../lib/page/card-view';
import type { Say } from '../../lib/words/say';

export interface OutlineProps extends OutlineView {
  readonly say: Say;
}

export function Outline({ announcement, mentions, say }: OutlineProps) {
  return (
    <div class="outline">
      <p role="status">{announcement}</p>
      <ul aria-label={say('card.markers')}>
        {mentions.map(({ label, onOpen }, i) => (
          <li key={i}>
            <button type="button" onClick={onOpen}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
