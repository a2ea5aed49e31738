import type { Check } from './check.ts';

const held = ({ grader, value }: Check): Check[] =>
  grader.holdsGraders ? [value as Check | Check[]].flat() : [];

/** Whether one of the checks, or one that it holds, compares with what the baseline answered. */
export function needsBefore(checks: readonly Check[]): boolean {
  return checks.some(
    (check) =>
      (check.grader.name === 'pairwise' && check.options.baseline === true) || needsBefore(held(check)),
  );
}
