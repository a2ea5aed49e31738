import type { Allowed } from '../domain/allowed.ts';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Run } from '../domain/run.ts';
import { count } from '../text/count.ts';
import { duration } from '../text/duration.ts';
import { money } from '../text/money.ts';
import type { Done } from './carry-out.ts';
import type { RunOptions } from './parse-run-options.ts';

/** Why planned trials did not run, and how to go on; nothing when all of them did. */
export function whyCut(
  { summary, cut, spent, wasInterrupted }: Done,
  allowed: Allowed,
  { id }: Run,
  manner: Pick<RunOptions, 'record' | 'replay'>,
): Problem[] {
  const more = flagsOf(manner);
  const left = summary.missing;
  if (left === 0) return [];
  if (wasInterrupted) return [problems.interrupted({ id, left, flags: more })];
  if (cut !== 'budget') return [];
  const { usd, calls } = spent.spent();
  const end = spent.end();
  if (end === 'blind') return [problems.budgetBlind({ model: spent.unpriced() ?? '', left })];
  if (end === 'calls')
    return [reached(count(allowed.calls ?? 0, 'call'), `${count(calls, 'call')} made`, 'calls', left, more)];
  if (end === 'time')
    return [reached(duration(allowed.ms ?? 0), `${count(calls, 'call')} made`, 'time', left, more)];
  return [
    reached(money(allowed.usd ?? 0), `${money(usd)} spent; the next call might pass it`, 'run', left, more),
  ];
}

const flags = { run: '--max-cost', calls: '--max-calls', time: '--max-time' };

const reached = (limit: string, spent: string, key: keyof typeof flags, left: number, more: string) =>
  problems.budgetReached({ limit, spent, flag: flags[key], key: `budget.${key}`, left, flags: more });

/** A run that is gone on with does not know by itself that it was recorded or replayed. */
const flagsOf = ({ record, replay }: Pick<RunOptions, 'record' | 'replay'>) =>
  replay ? ` --replay ${replay}` : record ? ` --record ${record}` : '';
