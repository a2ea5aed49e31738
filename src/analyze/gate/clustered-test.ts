import { clusteredInterval } from './clustered-interval.ts';
import { clusteredNotWorse } from './clustered-not-worse.ts';
import { clusteredWorse } from './clustered-worse.ts';
import type { GateOptions } from './gate-options.ts';
import type { PairTotals } from './pair-totals.ts';
import type { PathTest } from './path-test.ts';
import { spread } from './spread.ts';

/** Repeats, groups or weights: the shares of the cases, then of their clusters, and how these scatter. */
export function clusteredTest(totals: PairTotals, options: GateOptions): PathTest {
  const scatter = spread(totals);
  return {
    path: 'clustered',
    notWorse: clusteredNotWorse(totals, scatter, options),
    ...clusteredWorse(totals, scatter),
    ...clusteredInterval(totals, scatter, options.alpha),
    designEffect: scatter.designEffect,
  };
}
