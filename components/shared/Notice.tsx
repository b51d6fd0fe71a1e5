/** A line that says what happened. `alert` interrupts a screen reader: for what went wrong only. */
import type { ComponentChildren } from 'preact';

export interface NoticeProps {
  readonly tone: 'plain' | 'alert';
  readonly children: ComponentChildren;
}

export function Notice({ tone, children }: NoticeProps) {
  return (
    <div class="notice" data-tone={tone} role={tone === 'alert' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
