/**
 * Waiting in the browser tests: asks again until the answer fits, and tells the last answer when it never did.
 * No test sleeps for a fixed time, except `settle`, the grace that a test of "nothing happens" must give.
 */
const STEP_MS = 60;
const PATIENCE_MS = 12_000;

/** Long enough for a knock, an injection and a paint on a busy machine: what has not happened by then does not happen. */
const GRACE_MS = 1_200;

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Resolves to the first answer that `fits`; a probe that throws is asked again until the time is up. */
export async function waitFor<T>(
  what: string,
  probe: () => T | Promise<T>,
  fits: (answer: T) => boolean,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = performance.now() + patienceMs;
  let last = 'nothing';
  for (;;) {
    try {
      const answer = await probe();
      if (fits(answer)) return answer;
      last = JSON.stringify(answer) ?? String(answer);
    } catch (error) {
      last = String(error);
    }
    if (performance.now() > end) throw new Error(`Waited ${patienceMs} ms for ${what}; last: ${last.slice(0, 600)}`);
    await pause(STEP_MS);
  }
}

/** Gives everything that might still happen the time to happen. */
export function settle(): Promise<void> {
  return pause(GRACE_MS);
}
