import type { Check } from './check.ts';
import type { Judging } from './judge.ts';

/** A check whose grader asks a judge. */
export type JudgedCheck = Check & { judging: Judging };

/** The checks among these that ask a judge, those too that other graders hold (`all`, `any`, `not`, `weighted`), in order. */
export function judgedChecks(checks: readonly Check[]): JudgedCheck[] {
  return checks.flatMap((check) => {
    const { judging, grader, value } = check;
    if (judging) return [{ ...check, judging }];
    if (!grader.holdsGraders) return [];
    return judgedChecks(Array.isArray(value) ? (value as Check[]) : [value as Check]);
  });
}
