import { count } from '../../text/count.ts';
import { type At, say } from './say.ts';

const ends = {
  interrupted: 'Stopped',
  cost: 'The limit of dollars is reached',
  calls: 'The limit of calls is reached',
  time: 'The time is up',
};

/** What can be wrong with answers that are to be graded again. */
export const regradeProblems = {
  nothingToRegrade: (x: At & { id: string; why: string }) =>
    say.error(
      'nothing-to-regrade',
      `Nothing of run ${x.id} can be graded again: ${x.why}.`,
      'An answer is graded by the suite that asked for it, as it is today: put suite and cases back, or run them anew.',
      x,
    ),
  regradeLeftOut: (x: At & { left: number; why: readonly string[] }) =>
    say.warning(
      'regrade-left-out',
      `${count(x.left, 'trial')} left out: ${x.why.join(', ')}.`,
      'A case that was edited is another case: "evals run" asks it.',
      x,
    ),
  regradeUnfinished: (x: At & { id: string; missing: number; isEarly: boolean }) =>
    say.warning(
      'regrade-unfinished',
      `${count(x.missing, 'planned trial')} of run ${x.id} ${x.missing === 1 ? 'has' : 'have'} no answer${x.isEarly ? ', as it ended early' : ''}: ${x.missing === 1 ? 'it counts' : 'they count'} as not run.`,
      x.isEarly
        ? 'Other grades might have ended it elsewhere: a run without --stop-early has all of them.'
        : `"evals run --resume ${x.id}" asks the rest; then grade it again.`,
      x,
    ),
  regradeNotResumed: (x: At & { id: string; of: string }) =>
    say.error(
      'regrade-not-resumed',
      `Run ${x.id} grades run ${x.of} again: there is nothing to ask.`,
      `"evals regrade ${x.of}" grades it anew; what judges have said comes from the cache.`,
      x,
    ),
  regradeCut: (x: At & { of: string; left: number; why: 'interrupted' | 'cost' | 'calls' | 'time' }) =>
    say.warning(
      'regrade-cut',
      `${ends[x.why]}: ${count(x.left, 'answer')} of run ${x.of} ${x.left === 1 ? 'was' : 'were'} not graded again. What is graded is kept.`,
      `"evals regrade ${x.of}" begins anew; what judges have said comes from the cache.`,
      x,
    ),
  baselineRegradeStopped: (x: At & { cases: number; isByBudget: boolean }) =>
    say.error(
      'baseline-regrade-stopped',
      `The graders have changed since the baseline was accepted, and ${x.isByBudget ? 'the budget ended' : 'it was interrupted'} before its answers to ${count(x.cases, 'case')} were graded again: the run did not begin.`,
      'Type it again: what judges have said comes from the cache.',
      x,
    ),
};
