import type { ArmResults } from '../domain/arm-results.ts';
import type { RunArm, RunSuite } from '../domain/run.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { naturalOrder } from '../text/natural-order.ts';
import { caseTable } from './case-table.ts';
import type { Variant } from './robustness/variant.ts';
import { usageFold } from './usage-fold.ts';

/** Collects the rows of one arm case by case. */
export type ResultsFold = {
  add(row: TrialRow): void;
  end(): ArmResults;
  /** Cases of which there is any row, with those that are only observed. */
  seen(): number;
  /** Those of them that are only observed. */
  observed(): string[];
  /** Those that were made from others. */
  variants(): Variant[];
};

/** How often the model itself answered under which id. */
function servedFold() {
  const served = new Map<string, number>();
  return {
    add({ outcome }: TrialRow) {
      if (outcome.status === 'errored' || outcome.by !== undefined) return;
      const { model } = outcome.answer.served;
      if (model !== undefined) served.set(model, (served.get(model) ?? 0) + 1);
    },
    end: () => Object.fromEntries([...served].sort(([a], [b]) => naturalOrder(a, b))),
  };
}

/**
 * Starts one arm's results: a fold over its rows in any order, each trial's row once. Cases that are only observed are
 * left out. A planned repeat without a row is open like one without a verdict, once its case has any row: which case a
 * wholly missing one is nobody knows here. Memory is a small entry a case, and no texts.
 */
export function resultsFold(suite: Pick<RunSuite, 'name' | 'repeat'>, arm: RunArm): ResultsFold {
  const [cases, usage, served] = [caseTable(suite.repeat), usageFold(), servedFold()];
  const made = new Map<string, Variant>();
  return {
    add(row) {
      for (const fold of [cases, usage, served]) fold.add(row);
      const { case: id, parent, adversarial: kind = 'unnamed' } = row;
      if (parent !== undefined) made.set(id, { id, parent, kind });
    },
    seen: cases.size,
    observed: cases.observed,
    variants: () => [...made.values()],
    end: () => ({
      ...{ suite: suite.name, arm, served: served.end(), repeat: suite.repeat },
      ...{ cases: cases.end(), usage: usage.end() },
    }),
  };
}
