import type { CalibratedItem, Calibration } from '../../domain/calibration.ts';
import { cohenKappa } from '../../stats/cohen-kappa.ts';
import { gwetAc1 } from '../../stats/gwet-ac1.ts';
import { mcnemar } from '../../stats/mcnemar.ts';
import { youdenIndex } from '../../stats/youden-index.ts';
import { countVerdicts } from './count-verdicts.ts';
import { labelScale } from './label-scale.ts';
import { toCoefficient } from './to-coefficient.ts';
import { toShare } from './to-share.ts';

/** As much of a calibration as all other numbers of it follow from. */
export type CalibrationTally = Pick<Calibration, 'items' | 'menu' | 'threshold'> & {
  repeats: Omit<Calibration['repeats'], 'share'>;
  order?: Omit<NonNullable<Calibration['order']>, 'share' | 'firstP'> | undefined;
  padding?: Omit<NonNullable<Calibration['padding']>, 'p'> | undefined;
  replies: Omit<Calibration['replies'], 'share'>;
};

/** What follows. */
export type CalibrationFigures = Pick<
  Calibration,
  | 'counts'
  | 'sensitivity'
  | 'specificity'
  | 'j'
  | 'kappa'
  | 'weightedKappa'
  | 'ac1'
  | 'repeats'
  | 'order'
  | 'padding'
  | 'replies'
  | 'ungraded'
  | 'errored'
>;

/** Of the names, in the order of their scores: a row for each that persons say, a column for each of the judge. */
function tableOf(items: readonly CalibratedItem[], names: readonly string[]): number[][] {
  return names.map((label) =>
    names.map((verdict) => items.filter((one) => one.label === label && one.verdict === verdict).length),
  );
}

function agreement({ items, ...scale }: CalibrationTally) {
  const counts = countVerdicts(items);
  const { truePass, missedPass, missedFail, trueFail } = counts;
  const { sensitivity, specificity, j, low, high } = youdenIndex(counts);
  const table = [
    [trueFail, missedFail],
    [missedPass, truePass],
  ];
  const [kappa, ac1] = [cohenKappa(table), gwetAc1(table)];
  const { names, isGraded } = labelScale(scale);
  const weighted = isGraded ? cohenKappa(tableOf(items, names), 0.95, 'quadratic') : undefined;
  return {
    ...{ counts, sensitivity, specificity, j: toCoefficient(j, low, high) },
    kappa: toCoefficient(kappa.kappa, kappa.low, kappa.high),
    ...(weighted && { weightedKappa: toCoefficient(weighted.kappa, weighted.low, weighted.high) }),
    ac1: toCoefficient(ac1.ac1, ac1.low, ac1.high),
  };
}

/**
 * All numbers of a calibration that follow from its items and counts, each with its 95 % interval: so one that was
 * edited by hand contradicts itself.
 * Source: Clopper & Pearson 1934; Youden 1950; Cohen 1968; Gwet 2008; the sign test for padding and for what stood first.
 */
export function calibrationFigures(tally: CalibrationTally): CalibrationFigures {
  const { items, repeats, order, padding, replies } = tally;
  const silent = items.filter(({ judged }) => judged === null);
  const errored = silent.filter((one) => one.errored).length;
  return {
    ...agreement(tally),
    repeats: { ...repeats, share: toShare(repeats.flips, repeats.items) },
    ...(order && {
      order: {
        ...order,
        share: toShare(order.consistent, order.pairs),
        firstP: mcnemar(order.first, order.decided - order.first).different,
      },
    }),
    ...(padding && { padding: { ...padding, p: mcnemar(padding.helped, padding.harmed).worse } }),
    replies: { ...replies, share: toShare(replies.unread, replies.calls) },
    ungraded: silent.length - errored,
    errored,
  };
}
