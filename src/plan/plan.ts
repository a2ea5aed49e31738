import { type Arm, arm } from '../domain/arm.ts';
import type { Suite } from '../domain/suite.ts';
import { shuffled } from '../flow/shuffled.ts';

/** One suite with its arms and the order of its cases. */
export type PlannedSuite = {
  suite: Suite;
  arms: Arm[];
  /** Indexes of the chosen cases, in the order in which they are asked. */
  order: Uint32Array;
};

/** What stands for a trial until it is its turn: nothing of the case is in memory yet. */
export type Lot = { suite: Suite; arm: Arm; index: number /** From 1. */; repeat: number };

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

function* lots(planned: readonly PlannedSuite[], isMine: (arm: Arm) => boolean): Generator<Lot> {
  for (const { suite, arms, order } of planned) {
    const mine = arms.filter(isMine);
    for (let repeat = 1; repeat <= suite.repeat; repeat++) {
      for (const index of order) for (const one of mine) yield { suite, arm: one, index, repeat };
    }
  }
}
