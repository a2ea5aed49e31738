import type { ArmUsage } from '../domain/arm-results.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { exactSum } from '../stats/exact-sum.ts';
import { spreadFold } from './spread-fold.ts';

/** Averages what answers took and cost. */
export type UsageFold = { add(row: TrialRow): void; end(): ArmUsage };

/** The mean of the numbers that are known. */
function meanFold() {
  const sum = exactSum();
  let known = 0;
  return {
    add(value: number | null | undefined) {
      if (value === null || value === undefined) return;
      sum.add(value);
      known += 1;
    },
    end: () => (known === 0 ? null : Number((sum.end() / known).toPrecision(12))),
  };
}

/**
 * Starts the averages over answers that were asked for: nothing that came from a cache or a cassette, and nothing that a
 * fallback answered where that does not count.
 */
export function usageFold(): UsageFold {
  const [usd, input, output, latency] = [meanFold(), meanFold(), meanFold(), spreadFold()];
  return {
    add({ outcome, status, costUsd }) {
      if (outcome.status === 'errored' || outcome.source !== undefined || status === 'errored') return;
      const { usage, ms } = outcome.answer;
      usd.add(costUsd);
      input.add(usage.input);
      output.add(usage.output);
      if (ms.total !== undefined) latency.add(ms.total);
    },
    end() {
      const { p50 = null, p95 = null } = latency.end() ?? {};
      return { usdPerCase: usd.end(), p50, p95, inputTokens: input.end(), outputTokens: output.end() };
    },
  };
}
