/** Steps: work that pauses wherever its caller may want to let something else go first, and gives its result at the end. */
export type Steps<Result> = Generator<null, Result, undefined>;

/** For whoever need not wait in between. */
export function toEnd<Result>(steps: Steps<Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
