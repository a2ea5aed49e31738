import { caseStats as count } from '../../analyze/cases/case-stats.ts';
import { coverageStanding } from '../../analyze/cases/coverage-standing.ts';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { toScreen } from '../../text/to-screen.ts';
import { coverageLines } from '../cases/coverage-lines.ts';
import { coveredSuite } from '../cases/covered-suite.ts';
import { openCases } from '../cases/open-cases.ts';
import { statsPage } from '../cases/stats-page.ts';
import { printProblems } from '../print-problems.ts';
import type { World } from '../world.ts';

/** `evals cases stats`: the cases of each suite in numbers, and how far they go. */
export async function caseStats(
  { arguments: given, options }: CommandInput,
  world: World,
): Promise<ExitCode> {
  const { suites, problems } = await openCases([given.suites ?? []].flat(), world);
  await printProblems(problems, world);
  const stats = suites.map(count);
  const coverage = coverageStanding(suites.map(coveredSuite));
  const lines = options.json
    ? [JSON.stringify({ suites: stats, coverage }, null, 2)]
    : [
        ...stats.flatMap((one) => [...statsPage(one, world.out.width), '']),
        ...coverageLines(coverage).map(toScreen),
      ];
  world.out.write(lines.map((line) => `${line}\n`).join(''));
  return exitCode.done;
}
