import type { CalibrationTally } from './calibration-figures.ts';
import type { JudgedOutput } from './judged-output.ts';

/** Whether an output passes more often with content-free words at its end. Undefined where nobody asked. */
export function paddingEffect(outputs: readonly JudgedOutput[]): CalibrationTally['padding'] {
  if (!outputs.some(({ padded }) => padded !== undefined)) return undefined;
  const pairs = outputs.flatMap(({ judgement, padded }) =>
    judgement?.passed == null || padded?.passed == null ? [] : [[judgement.passed, padded.passed] as const],
  );
  return {
    items: pairs.length,
    helped: pairs.filter(([without, beside]) => !without && beside).length,
    harmed: pairs.filter(([without, beside]) => without && !beside).length,
  };
}
