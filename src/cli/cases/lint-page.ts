import type { ChalkInstance } from 'chalk';
import type { Problem } from '../../domain/problem.ts';
import { count } from '../../text/count.ts';
import { thousands } from '../../text/thousands.ts';
import { toScreen } from '../../text/to-screen.ts';
import { problemLines } from '../problem-lines.ts';

/** A suite with what was found in it. */
export type LintResult = { suite: string; cases: number; runs: number; problems: Problem[] };

/** More of one kind are only counted. */
const mostShown = 20;

/** What was found, suite by suite, at most 20 of a kind unless all are wanted; and how far the cases go. */
export function lintPage(
  results: readonly LintResult[],
  coverage: readonly string[],
  chalk: ChalkInstance,
  showsAll: boolean,
): string[] {
  return [
    ...results.flatMap((result) => [...found(result, chalk, showsAll), toScreen(headline(result))]),
    '',
    ...coverage.map(toScreen),
  ];
}

function found({ problems }: LintResult, chalk: ChalkInstance, showsAll: boolean): string[] {
  const shown = new Map<string, number>();
  const lines: string[] = [];
  for (const problem of problems) {
    const before = shown.get(problem.code) ?? 0;
    shown.set(problem.code, before + 1);
    if (showsAll || before < mostShown) lines.push(...problemLines(problem, chalk), '');
  }
  for (const [code, all] of shown)
    if (!showsAll && all > mostShown)
      lines.push(`${thousands(all - mostShown)} more of [${code}]; --all shows them`, '');
  return lines;
}

function headline({ suite, cases, runs, problems }: LintResult): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const said =
    problems.length === 0
      ? 'nothing to say'
      : [
          ...(errors > 0 ? [count(errors, 'error')] : []),
          ...(problems.length > errors ? [count(problems.length - errors, 'warning')] : []),
        ].join(', ');
  return `${suite}  ${count(cases, 'case')}, ${count(runs, 'stored run')} looked at: ${said}`;
}
