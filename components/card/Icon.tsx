/** The few drawings of a card: a status's and a statement's shape, so that colour never speaks alone. */
import type { Status } from '../../lib/messages/protocol';
import type { StatementKind } from '../../lib/engine/pack/schema';

export type IconName = Status | StatementKind | 'close' | 'back' | 'on';

const RING = 'M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0';
const BUBBLE = 'M2 3.5h12v7.5H8l-3.5 3v-3H2z';

const SHAPES: Readonly<Record<IconName, string>> = {
  denied: `${RING}M3.5 12.5l9-9`,
  denial: `${RING}M3.5 12.5l9-9`,
  doubted: 'M8 2l6.5 11.5h-13zM8 6.5V10M8 11.6v.6',
  doubt: 'M8 2l6.5 11.5h-13zM8 6.5V10M8 11.6v.6',
  contested: `${RING}M8 1.5v13M8 4l4 2M8 8h6`,
  confirmed: `${RING}M5 8.2l2.2 2.2 4-4.4`,
  confirmation: `${RING}M5 8.2l2.2 2.2 4-4.4`,
  support: `${RING}M8 5v6M5 8h6`,
  reported: BUBBLE,
  report: BUBBLE,
  comment: `${BUBBLE}M5 7.2h.1M8 7.2h.1M11 7.2h.1`,
  superseded: 'M2.5 8h9M8 4l4 4-4 4M14 3v10',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M10 3L5 8l5 5',
  on: 'M6 3l5 5-5 5',
};

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
