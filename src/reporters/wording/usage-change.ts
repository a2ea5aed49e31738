import type { ArmUsage } from '../../domain/arm-results.ts';
import type { Comparison } from '../../domain/comparison.ts';
import { duration } from '../../text/duration.ts';
import { money } from '../../text/money.ts';
import { thousands } from '../../text/thousands.ts';

const tokens = (n: number) => thousands(Math.round(n));

/** Cost, times and tokens of an answer on both sides: `$0.0012 → $0.0013 a case`; what neither side knows is left out, and what is the same is said once. */
export function usageChange({ usage }: Pick<Comparison, 'usage'>): string[] {
  const part = (key: keyof ArmUsage, print: (n: number) => string, before: string, after = '') => {
    const [then, now] = [usage.baseline[key], usage.candidate[key]];
    if (then === null && now === null) return [];
    const side = (n: number | null) => (n === null ? '–' : print(n));
    const both = side(then) === side(now) ? side(now) : `${side(then)} → ${side(now)}`;
    return [`${before}${both}${after}`];
  };
  return [
    ...part('usdPerCase', money, '', ' a case'),
    ...part('p50', duration, 'p50 '),
    ...part('p95', duration, 'p95 '),
    ...part('inputTokens', tokens, '', ' tokens in'),
    ...part('outputTokens', tokens, '', ' out'),
  ];
}
