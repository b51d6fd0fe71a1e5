/** The first thing that a check against a schema found, as the fault of a pack; `whole` names what has no field to name. */
import * as v from 'valibot';
import type { PackFault } from './fault';

export const badField = ([issue]: readonly [v.BaseIssue<unknown>, ...unknown[]], whole: string): PackFault => ({
  kind: 'bad-field',
  field: v.getDotPath(issue) ?? whole,
  reason: issue.message,
});
