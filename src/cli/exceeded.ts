import type { Allowed } from '../domain/allowed.ts';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { count } from '../text/count.ts';
import { money } from '../text/money.ts';
import type { Estimate } from './estimate.ts';

/** Which limits a run would pass, going by its estimate: warnings, as an estimate is not the bill. */
export function exceeded({ calls, usd }: Pick<Estimate, 'calls' | 'usd'>, allowed: Allowed): Problem[] {
  const found: Problem[] = [];
  if (allowed.calls !== undefined && calls > allowed.calls)
    found.push(problems.budgetTooSmall({ needed: count(calls, 'call'), limit: String(allowed.calls) }));
  if (allowed.usd !== undefined && usd !== null && usd > allowed.usd)
    found.push(problems.budgetTooSmall({ needed: `up to ${money(usd)}`, limit: money(allowed.usd) }));
  return found;
}
