import type { Run } from '../../domain/run.ts';
import type { Summary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import type { World } from '../world.ts';

/** Says of a run that nothing of it is left to ask, and what can be done with it. */
export function sayFinished({ id, trials }: Run, summary: Summary | undefined, { out }: World): undefined {
  const arms = summary?.suites.flatMap((suite) => suite.arms) ?? [];
  const open = arms.reduce((sum, { counts }) => sum + counts.errored + counts.ungraded, 0);
  const lines = [
    `Run ${id} is finished: all of its ${count(trials, 'trial')} are there.`,
    `  evals show ${id}`,
    ...(open > 0
      ? [
          `  evals run --errored ${id}   asks the cases of its ${count(open, 'trial')} without a verdict again`,
        ]
      : []),
    `  evals run --resume ${id} --changed   asks anew what has changed since`,
    '  evals run   starts anew',
  ];
  out.write(`${lines.join('\n')}\n`);
}
