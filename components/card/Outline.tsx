/** For readers with a screen reader, where they asked for it: one announcement, and a button for every mention. */
import { useEffect, useState } from 'preact/hooks';
import type { OutlineView } from '../../lib/page/card-view';
import type { Say } from '../../lib/words/say';

export interface OutlineProps extends OutlineView {
  readonly say: Say;
}

export function Outline({ announcement, mentions, say }: OutlineProps) {
  // A live region speaks when its text changes, so it has to stand empty before.
  const [spoken, setSpoken] = useState('');
  useEffect(() => setSpoken(announcement), [announcement]);
  return (
    <div class="outline">
      <p role="status">{spoken}</p>
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
