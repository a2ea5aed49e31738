import { type Arm, arm } from '../domain/arm.ts';
import type { Suite } from '../domain/suite.ts';
import { shuffled } from '../flow/shuffled.ts';
import { lots } from './lots.ts';
import type { Lot, PlannedSuite } from './planned-suite.ts';

export type { Lot, PlannedSuite } from './planned-suite.ts';

/** Which trials are to be run, and in which order. A value: nothing has been asked yet. */
export type Plan = {
  seed: number;
  suites: PlannedSuite[];
  /** Trials in all. */
  total: number;
  /** The trials of one pool, lazily; arms take turns, so that both see the same hour of a provider. */
  lots(isMine: (arm: Arm) => boolean): Generator<Lot>;
};

/** How the cases are thinned out and ordered. */
export type PlanOptions = {
  seed: number /** At most so many cases of each suite, drawn by the seed. */;
  sample?: number;
};

/** Makes the plan of a run: suites × prompt versions × models × cases × repeats. */
export function plan(suites: readonly Suite[], { seed, sample }: PlanOptions): Plan {
  const planned = suites.map((suite): PlannedSuite => {
    const prompts = suite.prompts.length > 0 ? suite.prompts : [undefined];
    const arms = prompts.flatMap((prompt) => suite.models.map((model) => arm(prompt, model)));
    const order = shuffled(suite.cases.count, seed);
    return { suite, arms, order: sample === undefined ? order : order.slice(0, sample) };
  });
  const total = planned.reduce(
    (sum, { suite, arms, order }) => sum + arms.length * order.length * suite.repeat,
    0,
  );
  return { seed, suites: planned, total, lots: (isMine) => lots(planned, isMine) };
}
