import { demand } from './demand.ts';
import { normalQuantile } from './normal-quantile.ts';
import { wilson } from './wilson.ts';

/** `lambda` is how much the judge is listened to: 0 not at all, 1 as if it were right but for a shift. */
export type PredictionPoweredMean = { mean: number; low: number; high: number; lambda: number };

type Scores = {
  labelled: readonly { truth: number; judged: number }[];
  unlabelled: readonly number[];
};

/** Less than this is the rounding error of a width that is 0. */
const nothing = 1e-12;

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [average(a), average(b)];
  return a.reduce((sum, x, i) => sum + (x - meanA) * ((b[i] as number) - meanB), 0) / (a.length - 1);
}

/** The weight for which the variance of the mean is least. */
function tuned(truth: readonly number[], judged: readonly number[], unlabelled: readonly number[]): number {
  const everywhere = [...judged, ...unlabelled];
  const spread = (1 + judged.length / unlabelled.length) * covariance(everywhere, everywhere);
  if (unlabelled.length === 0 || spread < nothing ** 2) return 0;
  return Math.max(0, Math.min(1, covariance(truth, judged) / spread));
}

/**
 * The mean score, 0..1, that a person would give, from a judge's scores on many cases and a person's on some of them:
 * mean(truth - λ·judged) over the labelled + λ·mean(judged) over the unlabelled, with λ tuned for the least variance
 * and held to 0..1. Labelled and unlabelled cases are random parts of one sample and share no case. The interval is
 * a normal one, held to 0..1, and asks for a hundred labels or more; for verdicts instead of scores `doubleSampling`
 * covers better. Variances are those of samples (n - 1), and that of the judge's scores is over all cases.
 * Where no error is left (nothing scatters), or all of the interval lies outside of 0..1, the judge is left out: λ is 0,
 * the mean that of the labelled, and its limits are Wilson's, which are wide enough for any scores within 0..1.
 * Throws `RangeError` for fewer than two labelled cases, a score that is not within 0..1, and unless the confidence is
 * between 0 and 1.
 * Source: PPI++ with power tuning, Angelopoulos, Duchi & Zrnic 2023 (arXiv 2311.01453), for a mean.
 */
export function predictionPoweredMean(
  { labelled, unlabelled }: Scores,
  confidence = 0.95,
): PredictionPoweredMean {
  demand(labelled.length >= 2, 'two labelled cases or more are needed');
  demand(confidence > 0 && confidence < 1, 'a confidence is between 0 and 1');
  const truth = labelled.map((one) => one.truth);
  const judged = labelled.map((one) => one.judged);
  for (const score of [...truth, ...judged, ...unlabelled])
    demand(score >= 0 && score <= 1, 'a score is between 0 and 1');
  const lambda = tuned(truth, judged, unlabelled);
  const rest = truth.map((score, i) => score - lambda * (judged[i] as number));
  const everywhere = [...judged, ...unlabelled];
  const shift = lambda === 0 ? 0 : lambda * average(unlabelled);
  const noise = lambda === 0 ? 0 : (lambda ** 2 * covariance(everywhere, everywhere)) / unlabelled.length;
  const mean = average(rest) + shift;
  const half =
    normalQuantile(1 - (1 - confidence) / 2) * Math.sqrt(covariance(rest, rest) / rest.length + noise);
  const low = Math.max(0, mean - half);
  const high = Math.min(1, mean + half);
  if (high - low > nothing) return { mean: Math.max(0, Math.min(1, mean)), low, high, lambda };
  const alone = average(truth);
  const around = wilson(alone * truth.length, truth.length, confidence);
  return { mean: alone, low: Math.min(alone, around.low), high: Math.max(alone, around.high), lambda: 0 };
}
