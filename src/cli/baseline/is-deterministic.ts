import type { RunArm } from '../../domain/run.ts';

/** Whether an arm gives the same answer to the same question, so that asking again tells nothing. */
export function isDeterministic({ deterministic, fallback }: RunArm): boolean {
  // Who answers in its place may be anybody.
  return deterministic && fallback === undefined;
}
