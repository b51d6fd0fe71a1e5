/**
 * Keeps what the page can take away: looks once a second whether it still stands and mends it where it does not.
 * A page that takes it away at three looks in a row is let have its way: no more looks, and `onGivenUp` is told once.
 */
import { after } from './lifetime';
import type { Lifetime } from './lifetime';

const LOOK_EVERY_MS = 1_000;
const MOST_IN_A_ROW = 3;

export interface Kept {
  readonly doc: Document;
  /** Asked at every look: an instance whose extension went must not fight the one that took over. */
  readonly lifetime: Lifetime;
  readonly stands: () => boolean;
  readonly mend: () => void;
  readonly onGivenUp: () => void;
}

export interface Keeper {
  start(): void;
  stop(): void;
}

export function makeKeeper({ doc, lifetime, stands, mend, onGivenUp }: Kept): Keeper {
  let cancel: (() => void) | null = null;
  let inARow = 0;
  let isGivenUp = false;

  function look(): void {
    if (!lifetime.isOn()) return;
    cancel = after(LOOK_EVERY_MS, lifetime.signal, look);
    // What nobody sees can wait.
    if (doc.hidden) return;
    if (stands()) {
      inARow = 0;
      return;
    }
    if (inARow >= MOST_IN_A_ROW) {
      isGivenUp = true;
      stop();
      onGivenUp();
      return;
    }
    inARow++;
    mend();
  }

  function stop(): void {
    cancel?.();
    cancel = null;
  }

  return {
    start() {
      if (cancel === null && !isGivenUp) cancel = after(LOOK_EVERY_MS, lifetime.signal, look);
    },
    stop,
  };
}
