import type { Calibration } from '../../domain/calibration.ts';
import type { Run } from '../../domain/run.ts';
import { readCalibrations } from '../../store/read-calibrations.ts';
import { Refusal } from '../refusal.ts';

/**
 * How the judges of a run were found to grade, as the files say today: those of its questions, and those of earlier forms
 * of them, so that it can be told that they have changed. Undefined where no model grades. Throws a `Refusal` when a
 * file cannot be read.
 */
export async function calibrationsOf(
  root: string,
  { suites }: Pick<Run, 'suites'>,
): Promise<Calibration[] | undefined> {
  const asked = suites.flatMap(({ name, questions = [] }) =>
    questions.map(({ digest, check }) => ({ suite: name, digest, check })),
  );
  if (asked.length === 0) return undefined;
  const { value = [], problems: found } = await readCalibrations(root);
  if (found.some(({ severity }) => severity === 'error')) throw new Refusal(found);
  return value
    .flatMap(({ calibrations }) => calibrations)
    .filter((one) =>
      asked.some(
        ({ suite, digest, check }) => one.digest === digest || (one.suite === suite && one.check === check),
      ),
    );
}
