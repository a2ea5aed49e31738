import type { ArmSummary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { exactSum } from '../stats/exact-sum.ts';
import { naturalOrder } from '../text/natural-order.ts';
import { oneLine } from '../text/one-line.ts';
import { truncate } from '../text/truncate.ts';
import { smallest } from './smallest.ts';
import { spreadFold } from './spread-fold.ts';

type Answered = Pick<
  ArmSummary,
  'served' | 'cost' | 'tokens' | 'latency' | 'firstToken' | 'retries' | 'warnings'
>;

/** Sums what the answers took: time, tokens, money, retries. */
export type AnswerFold = { add(row: TrialRow): void; end(): Answered };

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

/** Starts the sums. Times and unknown prices are those of answered trials; an errored one costs what its row says. */
export function answerFold(): AnswerFold {
  const served = new Map<string, number>();
  const tokens = { input: 0, output: 0, cached: 0, reasoning: 0 };
  const [usd, latency, firstToken, warnings] = [exactSum(), spreadFold(), spreadFold(), warningFold()];
  let [unknown, retries] = [0, 0];
  return {
    add({ outcome, costUsd }) {
      retries += Math.max(0, outcome.attempts.length - 1);
      if (costUsd !== null) usd.add(costUsd);
      if (outcome.status === 'errored') return;
      const { answer } = outcome;
      if (costUsd === null) unknown += 1;
      if (answer.ms.total !== undefined) latency.add(answer.ms.total);
      if (answer.ms.firstToken !== undefined) firstToken.add(answer.ms.firstToken);
      for (const key of ['input', 'output', 'cached', 'reasoning'] as const)
        tokens[key] += answer.usage[key] ?? 0;
      const { model } = answer.served;
      if (model !== undefined) served.set(model, (served.get(model) ?? 0) + 1);
      answer.warnings?.forEach(warnings.add);
    },
    end: () => ({
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
