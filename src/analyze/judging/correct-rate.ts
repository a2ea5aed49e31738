import type { JudgedCounts } from '../../domain/calibration.ts';
import type { Corrected } from '../../domain/summary.ts';
import { doubleSampling } from '../../stats/double-sampling.ts';
import { predictionPoweredMean } from '../../stats/prediction-powered-mean.ts';
import { roganGladen } from '../../stats/rogan-gladen.ts';

/** What was judged of one question in one arm, and what persons say of it. */
export type JudgedSample = {
  passed: number;
  total: number;
  /** Persons' verdicts on a random part of just these outputs. */
  own: JudgedCounts;
  /** On outputs of other arms, when the judge was calibrated. */
  others?: JudgedCounts | undefined;
  /** Scores (0..1): the judge's of outputs without a label, both of those with one. Empty where verdicts are yes or no. */
  scores: { unlabelled: readonly number[]; labelled: readonly { truth: number; judged: number }[] };
};

/** With fewer labels of its own a rate is not corrected by them: the design's coverage begins there. */
const leastLabels = 30;
/** With fewer labelled scores a mean is not. */
const leastScores = 100;
/** Other people's labels have to tell both kinds of error. */
const leastOfClass = 20;

const sum = ({ truePass, missedPass, trueFail, missedFail }: JudgedCounts) =>
  truePass + missedPass + trueFail + missedFail;

const hasBoth = ({ truePass, missedPass, trueFail, missedFail }: JudgedCounts) =>
  Math.min(truePass + missedPass, trueFail + missedFail) >= leastOfClass;

function score({ scores }: JudgedSample): Corrected | undefined {
  const { labelled, unlabelled } = scores;
  if (labelled.length < leastScores) return undefined;
  const { mean, low, high } = predictionPoweredMean({ labelled: [...labelled], unlabelled: [...unlabelled] });
  return { what: 'score', value: mean, low, high, method: 'PPI++', labels: labelled.length };
}

/**
 * The rate, or the mean score, that persons would give these outputs: by labels of a random part of them, else by what
 * is known of the judge's errors elsewhere. Undefined where too little is known: then the judge's own rate is uncorrected.
 * Source: Tenenbein 1970; Angelopoulos, Duchi & Zrnic 2023; Rogan & Gladen 1978.
 */
export function correctRate(sample: JudgedSample): Corrected | undefined {
  const { passed, total, own, others } = sample;
  if (total === 0) return undefined;
  const mean = score(sample);
  if (mean) return mean;
  if (sum(own) >= leastLabels) {
    const { rate, low, high } = doubleSampling({ passed, total }, own);
    if (rate !== null)
      return { what: 'rate', value: rate, low, high, method: 'double sampling', labels: sum(own) };
  }
  if (!others || !hasBoth(others)) return undefined;
  const { rate, low, high } = roganGladen({ passed, total }, others);
  if (rate === null) return undefined;
  return { what: 'rate', value: rate, low, high, method: 'Rogan–Gladen', labels: sum(others) };
}
