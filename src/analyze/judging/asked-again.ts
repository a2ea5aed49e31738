import type { JudgedAgain } from '../../domain/judged-again.ts';
import type { JudgeSummary } from '../../domain/summary.ts';
import { exactSum } from '../../stats/exact-sum.ts';

/** Adds to each judge what it was asked again about labelled outputs, and what that cost. */
export function askedAgain(judges: readonly JudgeSummary[], again: readonly JudgedAgain[]): JudgeSummary[] {
  return judges.map((judge) => {
    const own = again.filter(({ digest }) => digest === judge.digest);
    if (own.length === 0) return judge;
    const usd = exactSum();
    for (const { costUsd } of own) usd.add(costUsd ?? 0);
    const turned = own.filter(({ before, now }) => before !== now).length;
    const unknown = own.filter(({ costUsd }) => costUsd === null).length;
    return { ...judge, again: { outputs: own.length, turned, usd: Number(usd.end().toFixed(12)), unknown } };
  });
}
