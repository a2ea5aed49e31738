import type { ArmSummary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { exactSum } from '../stats/exact-sum.ts';
import { naturalOrder } from '../text/natural-order.ts';
import { oneLine } from '../text/one-line.ts';
import { truncate } from '../text/truncate.ts';
import { smallest } from './smallest.ts';
import { spreadFold } from './spread-fold.ts';

type Taken = Pick<
  ArmSummary,
  'answers' | 'served' | 'cost' | 'tokens' | 'latency' | 'firstToken' | 'retries' | 'warnings'
>;

type Answered = Extract<TrialRow['outcome'], { status: 'answered' }>;

/** Sums what the answers took: time, tokens, money, retries. */
export type AnswerFold = { add(row: TrialRow): void; end(): Taken };

const mostWarnings = 50;

/** The first 50 different warnings in the order of their text. */
function warningFold() {
  const kept = smallest<string>(mostWarnings, naturalOrder);
  return {
    add(warning: string) {
      const line = truncate(oneLine(warning), 500);
      if (!kept.items().includes(line)) kept.add(line);
    },
    end: () => kept.items(),
  };
}

/** Attempts beyond the first at each model: asking a fallback is no retry. */
const retriesOf = ({ attempts }: TrialRow['outcome']) =>
  attempts.length < 2 ? 0 : attempts.length - new Set(attempts.map(({ model }) => model)).size;

/**
 * Starts the sums. Times, tokens and unknown prices are those of answers that were asked for; an errored trial costs
 * what its row says. The answer of a fallback costs money like any other, and has the time of the model under test only
 * where it counts as its own.
 */
export function answerFold(): AnswerFold {
  const served = new Map<string, number>();
  const tokens = { input: 0, output: 0, cached: 0, reasoning: 0 };
  const [usd, latency, firstToken, warnings] = [exactSum(), spreadFold(), spreadFold(), warningFold()];
  const answers: ArmSummary['answers'] = { asked: 0, cache: 0, cassette: 0 };
  let [unknown, retries] = [0, 0];
  const addAsked = ({ answer, by }: Answered, { status, costUsd }: TrialRow) => {
    if (costUsd === null) unknown += 1;
    for (const key of ['input', 'output', 'cached', 'reasoning'] as const)
      tokens[key] += answer.usage[key] ?? 0;
    if (by !== undefined && status === 'errored') return;
    if (answer.ms.total !== undefined) latency.add(answer.ms.total);
    if (answer.ms.firstToken !== undefined) firstToken.add(answer.ms.firstToken);
  };
  return {
    add(row) {
      const { outcome, costUsd } = row;
      retries += retriesOf(outcome);
      if (costUsd !== null) usd.add(costUsd);
      if (outcome.status === 'errored') return;
      const { answer, source, by, askedAt } = outcome;
      answers[source ?? 'asked'] += 1;
      if (askedAt !== undefined && !(answers.oldest! <= askedAt)) answers.oldest = askedAt;
      if (source === undefined) addAsked(outcome, row);
      const { model } = answer.served;
      if (model !== undefined && by === undefined) served.set(model, (served.get(model) ?? 0) + 1);
      answer.warnings?.forEach(warnings.add);
    },
    end: () => ({
      answers: { ...answers },
      served: Object.fromEntries([...served].sort(([a], [b]) => naturalOrder(a, b))),
      cost: { usd: Number(usd.end().toFixed(12)), unknown },
      tokens: { ...tokens },
      latency: latency.end(),
      firstToken: firstToken.end(),
      retries,
      warnings: warnings.end(),
    }),
  };
}
