import { type ExitCode, exitCode } from '../domain/exit-code.ts';
import type { Problem } from '../domain/problem.ts';

/** What the door throws when it will not go on; only `cli/` throws, and only `main` catches. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];
  readonly exitCode: ExitCode;

  constructor(problems: readonly Problem[], code: ExitCode = exitCode.badInput) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.problems = problems;
    this.exitCode = code;
  }
}
