import type { Calibration } from '../../domain/calibration.ts';
import type { Judgement } from '../../domain/judgement.ts';
import type { CalibrationTally } from './calibration-figures.ts';

/** Sums of floating-point numbers differ in their last digits by the order in which they were made. */
const digits = 12;

const sum = (judgements: readonly Judgement[], of: (one: Judgement) => number) =>
  judgements.reduce((total, one) => total + of(one), 0);

/** What the replies of a judge took, which of them could be read, and who served them. */
export function repliesOf(judgements: readonly Judgement[]): {
  replies: CalibrationTally['replies'];
  cost: Calibration['cost'];
  served: string[];
} {
  const isPriced = judgements.every(({ costUsd }) => costUsd !== null);
  const usd = sum(judgements, ({ costUsd }) => costUsd ?? 0);
  return {
    replies: {
      calls: sum(judgements, ({ calls, failed }) => calls - failed.length),
      unread: sum(judgements, ({ unread }) => unread.length),
    },
    cost: {
      usd: isPriced ? Number(usd.toFixed(digits)) : null,
      calls: sum(judgements, ({ asked }) => asked),
      inputTokens: sum(judgements, ({ usage }) => usage.input ?? 0),
      outputTokens: sum(judgements, ({ usage }) => usage.output ?? 0),
    },
    served: [...new Set(judgements.flatMap(({ served }) => served))].sort(),
  };
}
