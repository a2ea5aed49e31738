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
  { summary, cut, spent, wasInterrupted, flipsLeft, canaryLeft }: Done,
  allowed: Allowed,
  { id }: Run,
  manner: Pick<RunOptions, 'record' | 'replay'>,
): Problem[] {
  const more = flagsOf(manner);
  const left = summary.missing;
  if (left === 0)
    return [
      ...(canaryLeft > 0 ? [problems.canaryNotAsked({ left: canaryLeft })] : []),
      ...(flipsLeft > 0 ? [unconfirmed(spent, { left: flipsLeft, id })] : []),
    ];
  if (wasInterrupted) return [problems.interrupted({ id, left, flags: more })];
  return cut === 'budget' ? [ended(spent, allowed, left, more)] : [];
}

/** The trials are all there; what came after them is not. */
const unconfirmed = (spent: Done['spent'], flips: { left: number; id: string }): Problem =>
  spent.end() === undefined ? problems.flipsOpen(flips) : problems.flipsNotRedrawn(flips);

/** Which limit ended it, and what it was. */
function ended(
  spent: Done['spent'],
  { usd = 0, calls = 0, ms = 0 }: Allowed,
  left: number,
  more: string,
): Problem {
  const end = spent.end();
  if (end === 'blind') return problems.budgetBlind({ model: spent.unpriced() ?? '', left });
  const made = `${count(spent.spent().calls, 'call')} made`;
  if (end === 'calls') return reached(count(calls, 'call'), made, 'calls', left, more);
  if (end === 'time') return reached(duration(ms), made, 'time', left, more);
  const paid = `${money(spent.spent().usd)} spent; the next call might pass it`;
  return reached(money(usd), paid, 'run', left, more);
}

const flags = { run: '--max-cost', calls: '--max-calls', time: '--max-time' };

const reached = (limit: string, spent: string, key: keyof typeof flags, left: number, more: string) =>
  problems.budgetReached({ limit, spent, flag: flags[key], key: `budget.${key}`, left, flags: more });

/** A run that is gone on with does not know by itself that it was recorded or replayed. */
const flagsOf = ({ record, replay }: Pick<RunOptions, 'record' | 'replay'>) =>
  replay ? ` --replay ${replay}` : record ? ` --record ${record}` : '';
