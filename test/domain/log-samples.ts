import type { Problem } from '../../src/domain/problem.ts';
import type { logProblems } from '../../src/domain/problems/log-problems.ts';
import { problems as say } from '../../src/domain/problems.ts';

const [file, fields] = ['failures.jsonl', ['at', 'request', 'response']];

/** What is said where cases are made of a log. */
export const logSamples: Record<keyof typeof logProblems, Problem[]> = {
  addOneSuite: [say.addOneSuite({ suites: ['refund-policy', 'triage'] })],
  addNoTerminal: [
    say.addNoTerminal({
      missing: ['--id-prefix <text>', '--tags <tags>', '--expect-field <name> or --observe'],
    }),
  ],
  logEmpty: [say.logEmpty({ file })],
  logNoInput: [say.logNoInput({ file, tried: ['input', 'prompt', 'question'], fields })],
  logNoField: [say.logNoField({ file, flag: '--expect-field', field: 'ideal', fields })],
  logWhichVariable: [
    say.logWhichVariable({ suite: 'refund-policy', names: ['message', 'order'] }),
    say.logWhichVariable({ suite: 'refund-policy', names: [] }),
  ],
  logUnfilled: [
    say.logUnfilled({
      prompt: 'refund@v3',
      detail: 'the variable "order" has no value',
      place: { file, line: 12, column: 1 },
    }),
  ],
  casesNotWritten: [
    say.casesNotWritten({
      file: 'evals/cases/refund-policy.jsonl',
      detail: 'ENOSPC: no space left on device',
    }),
  ],
};
