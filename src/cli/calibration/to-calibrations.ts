import { calibrate } from '../../analyze/calibration/calibrate.ts';
import type { JudgedOutput } from '../../analyze/calibration/judged-output.ts';
import type { Calibration } from '../../domain/calibration.ts';
import type { Json } from '../../domain/json.ts';
import type { LabelledOutput } from './labelled-output.ts';
import { scaleOf } from './scale-of.ts';

/** What a calibration is bound to beside its question. `file` is from the project's root. */
export type CalibrationMoment = { file: string; digest: string; at: string; evals: string; times: number };

/** Makes the calibration of each question from what was said of its outputs. */
export function toCalibrations(
  questions: readonly LabelledOutput[][],
  judged: readonly JudgedOutput[][],
  { file, digest, ...moment }: CalibrationMoment,
): Calibration[] {
  return questions.map((outputs, index) => {
    const [{ group, check }] = outputs as [LabelledOutput];
    const { judge, prompt, digest: own } = check.judging;
    const { provider, id, settings } = judge.model;
    const { menu, threshold } = scaleOf(check);
    const times = outputs.flatMap((one) => one.group.lines.flatMap(({ label }) => label.at ?? []));
    const newest = times.sort().at(-1);
    return calibrate(judged[index]!, {
      ...{ digest: own, suite: group.suite, check: group.check, grader: check.grader.name },
      model: { provider, id, settings: { ...settings, ...prompt.settings } as Json, samples: judge.samples },
      ...{ prompt: prompt.id, promptDigest: prompt.digest, menu: { ...menu }, threshold },
      labels: { file, digest, ...(newest === undefined ? {} : { newest }) },
      ...moment,
    });
  });
}
