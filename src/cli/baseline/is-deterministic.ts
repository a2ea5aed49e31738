import type { Run } from '../../domain/run.ts';

/** Whether every arm of a run gives the same answer to the same question, so that asking again tells nothing. */
export function isDeterministic({ suites }: Pick<Run, 'suites'>): boolean {
  return suites.every(({ arms }) =>
    arms.every(({ deterministic, fallback }) => deterministic && fallback === undefined),
  );
}
