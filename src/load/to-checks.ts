import type { CheckRoots } from '../domain/case.ts';
import type { Check } from '../domain/check.ts';
import type { Checked } from '../domain/problem.ts';
import { nameApart } from './name-apart.ts';
import type { WrittenCheck } from './written-check.ts';

/** The checks of these entries for one input: those that could be made, with names of their own, and what is wrong with the others. */
export function toChecks(
  written: readonly WrittenCheck[],
  { vars, expect, meta }: CheckRoots,
): Checked<Check[]> {
  const made = written.map((one) => one.toCheck({ expect, vars, meta }));
  return {
    value: nameApart(made.flatMap((one) => one.value ?? [])),
    problems: made.flatMap((one) => one.problems),
  };
}
