import type { Calibration } from '../../domain/calibration.ts';
import type { Judgement } from '../../domain/judgement.ts';
import type { RunQuestion, RunSuite } from '../../domain/run.ts';
import type { JudgeSummary } from '../../domain/summary.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { naturalOrder } from '../../text/natural-order.ts';
import { knownCalibration } from './known-calibration.ts';
import { questionFold } from './question-fold.ts';

/** Counts what judges said of one arm. */
export type JudgeFold = { add(row: TrialRow): void; end(): JudgeSummary[] };

const keyOf = ({ check, digest }: Pick<Judgement, 'check' | 'digest'>) => `${digest} ${check}`;

/**
 * Starts the counts: a fold over the rows of one arm in any order. They come out in the order of the checks, each
 * question once. What a judge said of an answer that does not count is paid for and not counted.
 */
export function judgeFold(
  { name, questions = [], repeat }: Pick<RunSuite, 'name' | 'questions' | 'repeat'>,
  calibrations: readonly Calibration[],
): JudgeFold {
  const calibrationOf = ({ digest }: RunQuestion) => knownCalibration(digest, name, calibrations);
  const folds = new Map(
    questions.map((question) => [keyOf(question), questionFold(question, calibrationOf(question), repeat)]),
  );
  /** Beside others of its name the check of a case is called otherwise than where it is written: the question is the same. */
  const ofDigest = (digest: string) => {
    const question = questions.find((one) => one.digest === digest);
    return question && folds.get(keyOf(question));
  };
  return {
    add(row) {
      for (const judgement of row.judgements ?? [])
        (folds.get(keyOf(judgement)) ?? ofDigest(judgement.digest))?.add(judgement, row);
    },
    end: () => [...folds.values()].map((fold) => fold.end()).sort((a, b) => naturalOrder(a.check, b.check)),
  };
}
