/** The claims of this repository, as `compile-claims` compiled them at the start of the run; a copy for whoever asks. */
import { inject } from 'vitest';
import type { Compiled } from '../../lib/compile/pack';

export function compiledClaims(): Compiled {
  return JSON.parse(inject('compiledClaims')) as Compiled; // Written by `compile-claims`.
}
