import type { RunSuite } from '../../domain/run.ts';
import type { LookTold, SuiteSummary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { points } from '../../text/points.ts';
import { armLabels } from './arm-labels.ts';

type Arm = SuiteSummary['arms'][number];

function gap(isOverfit: boolean | undefined): string[] {
  if (isOverfit === undefined) return [];
  return [
    isOverfit
      ? 'overfit alarm: yes. More was gained on the cases that anyone can see than on these'
      : 'overfit alarm: no',
  ];
}

const afterwards: Record<NonNullable<LookTold['after']>, string> = {
  last: 'as many candidates have passed by this set as it was made for: later looks only monitor; seal a new set',
  monitored:
    'monitored: as many candidates have passed by this set as it was made for, so that nothing is promised by this one; seal a new set',
};

function look({ number, of, way, after }: LookTold): string[] {
  const told = {
    asked: `look ${number} of ${of}`,
    known: `look ${number} of ${of}, told again: nothing was asked, and no look is spent`,
    unchanged: 'it asks just what its baseline asks: nothing was asked, and no look is spent',
  };
  return [told[way], ...(after && way !== 'unchanged' ? [afterwards[after]] : [])];
}

/** `reply@v3 · bot as the best of 4 candidates: 88.9 %, −1.0 points over the baseline`. */
function worth({ deflated: less }: Arm, label: string): string[] {
  if (!less) return [];
  const parts = [
    ...(less.rate === undefined ? [] : [percent(less.rate)]),
    ...(less.effect === undefined ? [] : [`${points(less.effect)} points over the baseline`]),
  ];
  return parts.length === 0 ? [] : [`${label}as the best of ${less.of} candidates: ${parts.join(', ')}`];
}

function frozen(arms: readonly Arm[], { holdout }: RunSuite): string[] {
  const before = holdout?.before ?? 0;
  const tried = before === 0 ? 'no other candidate' : count(before, 'other candidate');
  const labels = armLabels(arms);
  const isOne = arms.length === 1;
  return [
    `holdout, frozen: ${tried} ${before > 1 ? 'were' : 'was'} looked at before`,
    ...arms.flatMap((arm, index) => worth(arm, isOne ? '' : `${labels[index] ?? arm.arm} `)),
  ];
}

/** What has to be known of a look at a holdout, a line each; none of an ordinary suite. */
export function holdoutLines({ holdout, arms }: SuiteSummary, suite: RunSuite): string[] {
  if (!holdout) return [];
  const told =
    holdout.kind === 'frozen'
      ? frozen(arms, suite)
      : ['holdout, sealed', ...(holdout.look ? look(holdout.look) : [])];
  return [...told, ...gap(holdout.isOverfit)];
}
