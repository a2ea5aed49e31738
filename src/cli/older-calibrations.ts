import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { knownCalibration } from '../analyze/judging/known-calibration.ts';
import type { Calibration } from '../domain/calibration.ts';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Plan } from '../plan/plan.ts';
import { sha256 } from '../text/sha256.ts';

const digestOf = (root: string, file: string) =>
  readFile(resolve(root, file), 'utf8').then(
    (text) => sha256(text, 16),
    () => undefined,
  );

/** Judges of a plan whose labels are not those any more that they were held against. */
export async function olderCalibrations(
  root: string,
  { suites }: Pick<Plan, 'suites'>,
  calibrations: readonly Calibration[],
): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const { suite } of suites) {
    for (const { digest, check, judge, counts } of suite.questions) {
      const known = knownCalibration(digest, suite.name, calibrations);
      if (!counts || !known || (await digestOf(root, known.labels.file)) === known.labels.digest) continue;
      found.push(problems.calibrationOlder({ judge: judge.name, check, file: known.labels.file }));
    }
  }
  return found;
}
