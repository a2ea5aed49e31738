import type { Again } from '../domain/again.ts';
import type { Allowed } from '../domain/allowed.ts';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { count } from '../text/count.ts';
import { money } from '../text/money.ts';
import type { Estimate } from './estimate.ts';

/** Which limits a run would pass, going by its estimate: warnings, as an estimate is not the bill. */
export function exceeded(
  { calls, usd }: Pick<Estimate, 'calls' | 'usd'>,
  allowed: Allowed,
  again?: Again,
): Problem[] {
  const found: Problem[] = [];
  const tooSmall = (needed: string, limit: string) =>
    found.push(problems.budgetTooSmall({ needed, limit, ...again }));
  if (allowed.calls !== undefined && calls > allowed.calls)
    tooSmall(count(calls, 'call'), String(allowed.calls));
  if (allowed.usd !== undefined && usd !== null && usd > allowed.usd)
    tooSmall(`up to ${money(usd)}`, money(allowed.usd));
  return found;
}
