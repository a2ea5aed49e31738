import type { CalibratedItem, Calibration } from '../../domain/calibration.ts';
import { sha256 } from '../../text/sha256.ts';
import { calibrationFigures } from './calibration-figures.ts';
import { humanAgreement } from './human-agreement.ts';
import type { JudgedOutput } from './judged-output.ts';
import { type LabelScale, labelScale } from './label-scale.ts';
import { orderEffect } from './order-effect.ts';
import { paddingEffect } from './padding-effect.ts';
import { personsVerdict } from './persons-verdict.ts';
import { repliesOf } from './replies-of.ts';
import { selfFlips } from './self-flips.ts';

/** Which question was put to whom, by which labels, and when. `times` says how often items were judged again. */
export type CalibrationOf = Pick<
  Calibration,
  'digest' | 'suite' | 'check' | 'grader' | 'model' | 'prompt' | 'promptDigest' | 'menu' | 'threshold'
> &
  Pick<Calibration, 'at' | 'evals'> & {
    labels: Pick<Calibration['labels'], 'file' | 'digest' | 'newest'>;
    times: number;
  };

function toItem({ id, case: of, output, pick, votes, judgement }: JudgedOutput, scale: LabelScale) {
  const { passed = null, verdict = null, score = null, failed = [] } = judgement ?? {};
  const item: CalibratedItem = {
    ...{ id, case: of, output: sha256(output, 16) },
    ...personsVerdict(votes, scale),
    ...{ judged: passed, verdict, score },
    ...(passed === null && failed.length > 0 ? { errored: true } : {}),
    ...(pick === undefined ? {} : { pick }),
  };
  return item;
}

const byId = (a: CalibratedItem, b: CalibratedItem) => (a.id < b.id ? -1 : 1);

/** Who gave the labels that count, and how many these are: those of items about which persons are not split. */
function countedLabels(outputs: readonly JudgedOutput[], scale: LabelScale) {
  const counting = outputs.filter(({ votes }) => personsVerdict(votes, scale).truth !== null);
  const votes = counting.flatMap((one) => one.votes.filter(({ label }) => label !== null));
  return { count: votes.length, raters: [...new Set(votes.map(({ rater }) => rater))].sort() };
}

/**
 * Holds a judge's verdicts against those of persons, one output after the other, and counts how it behaves beside that:
 * asked again, with the order turned round, with empty words added. The order of the outputs changes nothing.
 */
export function calibrate(outputs: readonly JudgedOutput[], of: CalibrationOf): Calibration {
  const { times, labels, at, evals, ...question } = of;
  const scale = labelScale(question);
  const asked = outputs.flatMap(({ judgement }) => judgement ?? []);
  const all = outputs.flatMap(({ judgement, repeats, padded }) => [
    ...(judgement ? [judgement] : []),
    ...repeats,
    ...(padded ? [padded] : []),
  ]);
  const items = outputs.map((one) => toItem(one, scale)).sort(byId);
  const { replies, cost, served } = repliesOf(all);
  const humans = humanAgreement(outputs, scale);
  const tally = {
    ...{ items, menu: question.menu, threshold: question.threshold },
    repeats: selfFlips(outputs, times),
    order: orderEffect(asked),
    padding: paddingEffect(outputs),
    replies,
  };
  return {
    ...question,
    served,
    labels: { ...labels, ...countedLabels(outputs, scale) },
    ...{ at, evals },
    ...calibrationFigures(tally),
    ...(humans && { humans }),
    cost,
    items,
  };
}
