/**
 * Places the card beside the words: below them, above where there is no room, never outside the window. On narrow
 * windows it is a sheet at the bottom. Positions are of the window, so nothing in the page moves.
 */
import { computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';

export const NARROW_PX = 520;
/** A point of the window: where the pointer rests, so that the card opens at that line of the words. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const GAP_PX = 8;
const EDGE_PX = 8;
const LEAST_HEIGHT_PX = 160;
const MOST_HEIGHT_PX = 540;
/** Below this the statements would have no room beside a head that stands: the whole card scrolls. */
const LOW_PX = 380;
const SHEET_INSET = 'auto 0 0 0';

/** Fits the card's height to its room, and returns the host's place as CSS gives `inset`; null in a page that is gone. */
export async function placeCard(
  host: HTMLElement,
  card: HTMLElement,
  words: Range,
  point: Point | null,
): Promise<string | null> {
  const view = host.ownerDocument.defaultView;
  if (view === null) return null;
  const isNarrow = view.innerWidth < NARROW_PX;
  card.toggleAttribute('data-sheet', isNarrow);
  if (isNarrow) {
    card.style.maxHeight = '';
    card.toggleAttribute('data-low', view.innerHeight < 2 * LOW_PX);
    return SHEET_INSET;
  }
  const anchor = {
    getBoundingClientRect: () => words.getBoundingClientRect(),
    getClientRects: () => words.getClientRects(),
  };
  const { x: left, y: top } = await computePosition(anchor, host, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      inline(point ?? {}),
      offset(GAP_PX),
      flip({ padding: EDGE_PX, fallbackStrategy: 'bestFit' }),
      shift({ padding: EDGE_PX }),
      size({
        padding: EDGE_PX,
        apply: ({ availableHeight }) => {
          const height = Math.min(MOST_HEIGHT_PX, Math.max(LEAST_HEIGHT_PX, Math.floor(availableHeight)));
          card.style.maxHeight = `${height}px`;
          card.toggleAttribute('data-low', height < LOW_PX);
        },
      }),
    ],
  });
  return `${Math.round(top)}px auto auto ${Math.round(left)}px`;
}
