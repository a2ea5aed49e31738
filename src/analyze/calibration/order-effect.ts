import type { Judgement, JudgeSample } from '../../domain/judgement.ts';
import type { CalibrationTally } from './calibration-figures.ts';

/** Of which of two outputs a sample thinks more: the graded one's score is 1, the other's 0; between them neither is better. */
const isDecided = ({ score }: JudgeSample) => score !== 0.5;
const prefersFirst = ({ score, place }: JudgeSample) => score > 0.5 === (place === 'first');

/** The first sample of one order with the first of the other, and so on; where one is missing there is no pair. */
function pairsOf({ samples }: Judgement): [JudgeSample, JudgeSample][] {
  const first = samples.filter(({ place }) => place === 'first');
  const second = samples.filter(({ place }) => place === 'second');
  return first.flatMap((one, at) => (second[at] ? [[one, second[at]]] : []));
}

/**
 * Whether the order in which two outputs are shown changes what the judge says of them. Undefined where it is shown one
 * only.
 */
export function orderEffect(judgements: readonly Judgement[]): CalibrationTally['order'] {
  const placed = judgements.filter(({ samples }) => samples.some(({ place }) => place !== undefined));
  if (placed.length === 0) return undefined;
  const pairs = placed.flatMap(pairsOf);
  const decided = pairs.flat().filter(isDecided);
  return {
    pairs: pairs.length,
    consistent: pairs.filter(([one, other]) => one.score === other.score).length,
    first: decided.filter(prefersFirst).length,
    decided: decided.length,
  };
}
