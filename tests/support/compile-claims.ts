/** Compiles the project's claims once before the unit tests, since it takes a second and many files ask of them. */
import type { TestProject } from 'vitest/node';
import { compilePack } from '../../lib/compile/pack';

export function setup({ provide }: TestProject): void {
  provide('compiledClaims', JSON.stringify(compilePack('lib/claims')));
}

declare module 'vitest' {
  interface ProvidedContext {
    /** As JSON, which every worker takes in one piece. */
    compiledClaims: string;
  }
}
