import type { Check } from '../../domain/check.ts';
import type { Judging } from '../../domain/judge.ts';

/** A check whose question a judge answers. */
export type JudgedCheck = Check & { judging: Judging };

/** Those of the checks that ask a judge, also where another grader holds them. */
export function judgedChecks(checks: readonly Check[]): JudgedCheck[] {
  return checks.flatMap((check) => {
    const { grader, value, judging } = check;
    if (grader.holdsGraders) return judgedChecks([value as Check | Check[]].flat());
    return judging ? [{ ...check, judging }] : [];
  });
}
