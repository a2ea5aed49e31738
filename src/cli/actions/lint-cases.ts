import { Chalk } from 'chalk';
import { coverageStanding } from '../../analyze/cases/coverage-standing.ts';
import { lintCases as lint } from '../../analyze/cases/lint-cases.ts';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { caseProblems } from '../../domain/problems/case-problems.ts';
import { problems as say } from '../../domain/problems.ts';
import { closest } from '../../text/closest.ts';
import { coverageLines } from '../cases/coverage-lines.ts';
import { coveredSuite } from '../cases/covered-suite.ts';
import { type LintResult, lintPage } from '../cases/lint-page.ts';
import { type OpenSuite, openCases } from '../cases/open-cases.ts';
import { isColorful } from '../is-colorful.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** `evals cases lint`: what may be wrong with cases that are sound. With `--strict` anything at all is exit code 2. */
export async function lintCases(
  { arguments: given, options }: CommandInput,
  world: World,
): Promise<ExitCode> {
  const ignored = ignoredCodes(options.ignore);
  const { suites, problems } = await openCases([given.suites ?? []].flat(), world);
  await printProblems(problems, world);
  const results = suites.map((suite) => toResult(suite, ignored));
  const coverage = coverageStanding(suites.map(coveredSuite));
  const chalk = new Chalk({ level: isColorful(world.out, world.env) ? 1 : 0 });
  const lines = options.json
    ? [JSON.stringify({ suites: results, coverage }, null, 2)]
    : lintPage(results, coverageLines(coverage), chalk, options.all === true);
  world.out.write(lines.map((line) => `${line}\n`).join(''));
  const isClean = results.every((result) => result.problems.length === 0);
  return options.strict && !isClean ? exitCode.badInput : exitCode.done;
}

const toResult = (suite: OpenSuite, ignored: ReadonlySet<string>): LintResult => ({
  suite: suite.suite,
  cases: suite.cases.length,
  runs: suite.runs,
  problems: lint(suite).filter(({ code }) => !ignored.has(code)),
});

/** A code is the name of its sentence. */
const codes = Object.keys(caseProblems).map((name) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
);

/** Throws a `Refusal` that names every code that there is not. */
function ignoredCodes(given: CommandInput['options'][string]): Set<string> {
  const names = String(given ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = names.filter((name) => !codes.includes(name));
  if (unknown.length > 0)
    throw new Refusal(
      unknown.map((name) =>
        say.unknownName({ kind: 'code of a finding', name, suggestion: closest(name, codes), names: codes }),
      ),
    );
  return new Set(names);
}
