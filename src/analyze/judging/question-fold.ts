import type { Calibration, JudgedCounts } from '../../domain/calibration.ts';
import type { Judgement } from '../../domain/judgement.ts';
import type { RunQuestion } from '../../domain/run.ts';
import type { JudgeSummary } from '../../domain/summary.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { exactSum } from '../../stats/exact-sum.ts';
import { naturalOrder } from '../../text/natural-order.ts';
import { correctRate } from './correct-rate.ts';
import { labelledOutputs } from './labelled-outputs.ts';

/** Counts what a judge said to one question. */
export type QuestionFold = { add(judgement: Judgement, row: TrialRow): void; end(): JudgeSummary };

type Taken = Pick<JudgeSummary, 'calls' | 'asked' | 'unread' | 'failed' | 'tokens' | 'cost' | 'served'>;

/** What the replies took, whatever they said. */
function takenFold() {
  const [usd, served] = [exactSum(), new Set<string>()];
  const sums = { calls: 0, asked: 0, unread: 0, failed: 0, unknown: 0, input: 0, output: 0 };
  return {
    add({ calls, asked, unread, failed, usage, costUsd, served: ids }: Judgement) {
      sums.calls += calls;
      sums.asked += asked;
      sums.unread += unread.length;
      sums.failed += failed.length;
      sums.input += usage.input ?? 0;
      sums.output += usage.output ?? 0;
      if (costUsd === null) sums.unknown += 1;
      else usd.add(costUsd);
      for (const id of ids) served.add(id);
    },
    end(): Taken {
      const { calls, asked, unread, failed, unknown, input, output } = sums;
      const cost = { usd: Number(usd.end().toFixed(12)), unknown };
      return {
        calls,
        asked,
        unread,
        failed,
        tokens: { input, output },
        cost,
        served: [...served].sort(naturalOrder),
      };
    },
  };
}

/** Persons against the judge on outputs of this arm, and the scores where they are no mere yes and no. */
function labelFold(calibration: Calibration | undefined) {
  const labels = calibration && labelledOutputs(calibration);
  const own: JudgedCounts = { truePass: 0, missedPass: 0, trueFail: 0, missedFail: 0 };
  const scores: { unlabelled: number[]; labelled: { truth: number; judged: number }[] } = {
    unlabelled: [],
    labelled: [],
  };
  const isGraded = calibration?.items.some(
    ({ truthScore }) => truthScore !== null && truthScore > 0 && truthScore < 1,
  );
  return {
    own,
    scores,
    add({ passed, score }: Judgement, { case: id, outcome }: TrialRow) {
      if (!labels || passed === null || outcome.status === 'errored') return;
      const item = labels.find(id, outcome.answer.text);
      if (item)
        own[item.truth ? (passed ? 'truePass' : 'missedPass') : passed ? 'missedFail' : 'trueFail'] += 1;
      if (!isGraded || score === null) return;
      if (item && item.truthScore !== null) scores.labelled.push({ truth: item.truthScore, judged: score });
      else scores.unlabelled.push(score);
    },
  };
}

/** Whether this verdict alone decides the trial: no other grade counts, and none turns it round. */
function decides({ passed, check }: Judgement, { grades }: TrialRow): boolean {
  const counting = grades.filter(({ weight }) => weight > 0);
  const [only] = counting;
  if (counting.length !== 1 || only?.name !== check) return false;
  return only.status === 'ungraded' ? passed === null : only.passed === passed;
}

/** Samples of one order of the outputs that say different things; that the orders differ is another matter. */
const isSplit = ({ samples }: Judgement) =>
  new Set(samples.map(({ verdict, place }) => `${place} ${verdict}`)).size >
  new Set(samples.map(({ place }) => place)).size;

/**
 * Starts the counts of one question. A rate is corrected where each case is asked once and stands for itself: repeats
 * and groups would make its interval too narrow.
 */
export function questionFold(
  { check, grader, judge, digest, prompt, promptDigest, counts }: RunQuestion,
  calibration: Calibration | undefined,
  repeat: number,
): QuestionFold {
  const [taken, labels] = [takenFold(), labelFold(calibration)];
  let [judged, passed, silent, split, sampled] = [0, 0, 0, 0, 0];
  let [isAlone, isPlain] = [true, repeat === 1];
  return {
    add(judgement, row) {
      taken.add(judgement);
      if (row.status === 'errored') return;
      if (row.group !== undefined) isPlain = false;
      isAlone &&= decides(judgement, row);
      labels.add(judgement, row);
      if (judgement.passed === null) silent += 1;
      else judged += 1;
      if (judgement.passed) passed += 1;
      if (judgement.samples.length > 1) sampled += 1;
      if (isSplit(judgement)) split += 1;
    },
    end() {
      const sample = {
        passed,
        total: judged,
        own: labels.own,
        others: calibration?.counts,
        scores: labels.scores,
      };
      const corrected = isPlain ? correctRate(sample) : undefined;
      return {
        ...{ check, grader, judge, digest, prompt, promptDigest },
        ...{ judged, passed, silent, split, sampled },
        ...taken.end(),
        ...{ counts, isAlone },
        ...(corrected ? { corrected } : {}),
      };
    },
  };
}
