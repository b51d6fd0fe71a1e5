/**
 * Filing: under which concepts each frame is looked for, so that a sentence tries only the frames that it might fill.
 * A frame is filed under the role that names the fewest concepts and cannot come from the context. Done by the compiler.
 */
import type { Frame } from '../pack/schema';
import type { ReadingData } from '../types';
import { numberRange } from './fill';

export interface Filing {
  /** By concept, the frames to try where it is named; a frame's number counts through all claims. */
  readonly byConcept: ReadonlyMap<string, readonly number[]>;
  /** Frames that any sentence might fill. */
  readonly always: readonly number[];
  /** By frame, the lists of concepts of each of which the sentence must name one, or the frame cannot be filled. */
  readonly needs: readonly (readonly (readonly string[])[])[];
}

export function fileFrames(claims: ReadingData['claims']): Filing {
  const byConcept = new Map<string, number[]>();
  const always: number[] = [];
  const needs: (readonly (readonly string[])[])[] = [];
  claims
    .flatMap((claim) => claim.frames)
    .forEach((frame, number) => {
      const [key, ...others] = requiredRoles(frame);
      needs.push(others);
      if (key === undefined) always.push(number);
      for (const concept of key ?? []) {
        const list = byConcept.get(concept);
        if (list === undefined) byConcept.set(concept, [number]);
        else list.push(number);
      }
    });
  return { byConcept, always, needs };
}

/** Roles that neither a number nor the context can fill, the one of the fewest concepts first. */
function requiredRoles(frame: Frame): readonly (readonly string[])[] {
  return Object.entries(frame.roles)
    .filter(([role]) => !frame.context?.some((r) => r === role))
    .map(([, fillers]) => fillers)
    .filter((fillers) => fillers.every((f) => numberRange(f) === null))
    .toSorted((a, b) => a.length - b.length);
}
