import type { StandIn } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { naturalOrder } from '../text/natural-order.ts';
import { toStatus } from './to-status.ts';

/** Counts what fallbacks answered. */
export type StandInFold = { add(row: TrialRow): void; end(): { fallbacks?: StandIn[] } };

/** The answer is right by its grades, whether it counts or not. */
const isRight = ({ outcome, grades }: TrialRow) =>
  toStatus({ outcome, grades, observe: false, fallback: 'count' }).status === 'passed';

/** Starts the counts; they come out in the order of the models' names, and not at all where there are none. */
export function standInFold(): StandInFold {
  const models = new Map<string, StandIn>();
  return {
    add(row) {
      const { by } = row.outcome;
      if (by === undefined || row.outcome.status === 'errored') return;
      const one = models.get(by) ?? { model: by, answered: 0, passed: 0 };
      models.set(by, one);
      one.answered += 1;
      if (isRight(row)) one.passed += 1;
    },
    end: () => {
      const fallbacks = [...models.values()].map((one) => ({ ...one }));
      return fallbacks.length > 0
        ? { fallbacks: fallbacks.sort((a, b) => naturalOrder(a.model, b.model)) }
        : {};
    },
  };
}
