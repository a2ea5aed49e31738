import type { Calibration } from '../../domain/calibration.ts';
import type { JudgedAgain } from '../../domain/judged-again.ts';
import type { RunQuestion, RunSuite } from '../../domain/run.ts';
import type { JudgeSummary } from '../../domain/summary.ts';
import { whyUnfit } from '../calibration/why-unfit.ts';
import { gateJ } from './gate-j.ts';
import { knownCalibration } from './known-calibration.ts';
import { movedSince } from './moved-since.ts';

/** What the judges of an arm are worth to a gate. */
export type JudgeStanding = {
  /** By this (0..1) differences shrink at most on the way through all of the judges; 0 where nobody knows. */
  j: number;
  /** Why no verdict may rest on them, a clause a flaw; empty where one may. */
  flaws: string[];
};

const named = ({ judge, check }: RunQuestion) => `the judge ${judge} of "${check}"`;

function whyUnknown(question: RunQuestion, suite: string, calibrations: readonly Calibration[]): string {
  const earlier = calibrations.some((one) => one.check === question.check && one.suite === suite);
  return earlier
    ? `${named(question)} is not the one that was calibrated: its model, settings, prompt or question has changed`
    : `${named(question)} is not calibrated`;
}

/** An id that the provider did not serve when the judge was calibrated is another model under the same name. */
function moved(question: RunQuestion, { served }: Calibration, judges: readonly JudgeSummary[]): string[] {
  const now = judges.find(({ digest, check }) => digest === question.digest && check === question.check);
  const others = (now?.served ?? []).filter((id) => served.length > 0 && !served.includes(id));
  return others.length === 0
    ? []
    : [`it answered as ${others.join(', ')}, and was calibrated as ${served.join(', ')}`];
}

/**
 * What the judges of a suite are worth: each question needs its own calibration, bound to just this judge, prompt and
 * question. A case that several judged checks decide is seen through all of them, so that their J are multiplied.
 * Questions of weight 0 decide nothing.
 */
export function judgeStanding(
  { name, questions = [] }: Pick<RunSuite, 'name' | 'questions'>,
  calibrations: readonly Calibration[],
  judges: readonly JudgeSummary[] = [],
  again: readonly JudgedAgain[] = [],
): JudgeStanding {
  const flaws: string[] = [];
  let j = 1;
  const counting = questions.filter(({ counts }) => counts);
  for (const question of counting) {
    const found = knownCalibration(question.digest, name, calibrations);
    if (!found) {
      flaws.push(whyUnknown(question, name, calibrations));
      j = 0;
      continue;
    }
    const since = movedSince(question.digest, again);
    const whys = [...whyUnfit(found), ...moved(question, found, judges), ...(since ? [since] : [])];
    if (whys.length > 0) flaws.push(`${named(question)}: ${whys.join('; ')}`);
    j *= gateJ(found.counts);
  }
  return { j, flaws };
}
