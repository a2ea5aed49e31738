import type { Comparison, Flip } from '../../domain/comparison.ts';
import type { ArmSummary, Notable } from '../../domain/summary.ts';
import { oldFailure } from '../wording/old-failure.ts';
import { type FailureKind, failureKind } from './failure-kind.ts';

/** Failed trials under a title: how many there are, and those of them that are known; `isOld`: they are no news. */
export type FailureGroup = { title: string; trials: number; notable: Notable[]; isOld?: true };

const failing = ({ candidate }: Flip) => candidate.of - candidate.passed;

function beside(comparison: Comparison, failed: readonly Notable[], trials: number): FailureGroup[] {
  const losses = comparison.flips.filter((flip) => flip.direction === 'loss');
  const rest = trials - losses.reduce((sum, flip) => sum + failing(flip), 0);
  const toKind = failureKind(comparison);
  const of = (kind: FailureKind) => failed.filter((one) => toKind(one.case) === kind);
  const apart = { title: 'Failed, and not compared', trials: of('apart').length, notable: of('apart') };
  const isKnown = losses.length >= comparison.flipTotals.losses;
  return [
    {
      title: isKnown ? oldFailure(comparison) : 'Newly failing or before too',
      trials: rest - apart.trials,
      notable: of('old'),
      ...(isKnown ? { isOld: true as const } : {}),
    },
    apart,
  ];
}

/** The failed trials of an arm; beside a comparison, which shows what is newly failing itself, only the others. */
export function failureGroups(arm: Pick<ArmSummary, 'counts' | 'notable' | 'comparison'>): FailureGroup[] {
  const { counts, comparison } = arm;
  const notable = arm.notable.filter((one) => one.status === 'failed');
  const groups = comparison
    ? beside(comparison, notable, counts.failed)
    : [{ title: 'Failed', trials: counts.failed, notable }];
  return groups.filter(({ trials }) => trials > 0);
}
