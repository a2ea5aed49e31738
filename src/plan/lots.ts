import type { Arm } from '../domain/arm.ts';
import type { Lot, PlannedSuite } from './planned-suite.ts';

/** The trials of the arms that `isMine` names, lazily, suite after suite. */
export function* lots(planned: readonly PlannedSuite[], isMine: (arm: Arm) => boolean): Generator<Lot> {
  for (const one of planned) {
    const arms = one.arms.filter(isMine);
    yield* one.isCaseByCase ? caseByCase(one, arms) : roundByRound(one, arms);
  }
}

/** Every case once before any is repeated. */
function* roundByRound({ suite, order }: PlannedSuite, arms: readonly Arm[]): Generator<Lot> {
  for (let repeat = 1; repeat <= suite.repeat; repeat++)
    for (const index of order) for (const arm of arms) yield { suite, arm, index, repeat };
}

/** A case with all its repeats before the next one. */
function* caseByCase({ suite, order }: PlannedSuite, arms: readonly Arm[]): Generator<Lot> {
  for (const index of order)
    for (let repeat = 1; repeat <= suite.repeat; repeat++)
      for (const arm of arms) yield { suite, arm, index, repeat };
}
