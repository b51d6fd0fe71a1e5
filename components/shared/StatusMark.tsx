/** A status as shape, colour and word together, so that none of them has to carry it alone. `none` = no statement counts. */
import type { Status } from '../../lib/messages/protocol';
import { useSpeech } from './speech';

export type ShownStatus = Status | 'none';

/** Paths on a 16 by 16 grid, drawn as strokes. */
const SHAPES: Readonly<Record<ShownStatus, string>> = {
  denied: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM3.5 12.5l9-9',
  doubted: 'M8 2l6.5 11.5h-13zM8 6.5v3.2M8 11.4v.5',
  contested: 'M8 1.5l6.5 6.5L8 14.5 1.5 8zM8 1.5v13',
  confirmed: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM4.8 8.2l2.3 2.4 4.2-4.9',
  reported: 'M2 2.5h12v8.5H7l-3 2.8V11H2zM5 5.5h6M5 8h4',
  superseded: 'M2.5 5.5h8.5M8.5 2.5l3 3-3 3M13.5 11H5M7.5 8l-3 3 3 3',
  none: 'M2 8h12',
};

export function StatusMark({ status }: { readonly status: ShownStatus }) {
  const { say } = useSpeech();
  return (
    <span class="status" data-status={status}>
      <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={SHAPES[status]} />
      </svg>
      {say(`status.${status}`)}
    </span>
  );
}
