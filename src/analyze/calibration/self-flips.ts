import type { CalibrationTally } from './calibration-figures.ts';
import type { JudgedOutput } from './judged-output.ts';

/**
 * How often the judge contradicts itself: of the items that were judged again, those to which it does not always give the
 * same verdict. Verdicts that are missing say nothing.
 */
export function selfFlips(outputs: readonly JudgedOutput[], times: number): CalibrationTally['repeats'] {
  const again = outputs
    .filter(({ repeats }) => repeats.length > 0)
    .map(({ judgement, repeats }) => [judgement, ...repeats].flatMap((one) => one?.passed ?? []))
    .filter((verdicts) => verdicts.length > 1);
  const flips = again.filter((verdicts) => new Set(verdicts).size > 1).length;
  return { times, items: again.length, flips };
}
