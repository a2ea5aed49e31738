import type { Calibration } from '../../domain/calibration.ts';

/** The calibration of just this judge, prompt and question; of several suites that ask the same, that of the named one. */
export function knownCalibration(
  digest: string,
  suite: string,
  calibrations: readonly Calibration[],
): Calibration | undefined {
  const own = calibrations.filter((one) => one.digest === digest);
  return own.find((one) => one.suite === suite) ?? own[0];
}
