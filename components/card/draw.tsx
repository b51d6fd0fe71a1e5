/** Draws card and outline into the host's closed root. The only place where the page's part meets Preact. */
import { render } from 'preact';
import type { CardView, OutlineView } from '../../lib/page/card-view';
import type { Say } from '../../lib/words/say';
import { Card } from './Card';
import { Outline } from './Outline';

export function drawWith(say: Say) {
  return (root: ShadowRoot, view: CardView | null, outline: OutlineView | null): void => {
    render(
      <>
        {outline !== null && <Outline {...outline} say={say} />}
        {view !== null && <Card {...view} />}
      </>,
      root,
    );
  };
}
