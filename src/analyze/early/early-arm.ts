import type { GateVerdict } from '../../domain/comparison.ts';
import type { EarlyStop, LookedAt, StoppedBy } from '../../domain/early-stop.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import type { PairSide } from '../gate/gate-pair.ts';
import type { PairValue } from '../gate/pair-value.ts';
import { toPairValue } from '../gate/to-pair-value.ts';
import { caseSides } from './case-sides.ts';
import type { EarlyCase } from './early-case.ts';
import type { EarlyPlan } from './early-plan.ts';
import type { CountedUnit } from './early-set.ts';
import { earlySets, type NamedSet } from './early-sets.ts';
import { earlyUnits } from './early-units.ts';
import { openRules } from './open-rules.ts';

/** One arm that is looked at while its answers come in. */
export type EarlyArm = {
  /** In any order; what comes after the verdict changes nothing. Rows of cases that were not planned are left out. */
  add(row: Pick<TrialRow, 'case' | 'repeat' | 'status'>): void;
  /** Nothing more of it has to be asked. */
  isDecided(): boolean;
  end(): Omit<EarlyStop, 'suite' | 'arm' | 'skipped'>;
};

type Answered = { one: EarlyCase; side: PairSide };

/** The pairs of a unit that are in the set, in both worlds. */
function toCounted(unit: readonly Answered[], { isIn }: NamedSet): CountedUnit {
  const pairs = unit.flatMap(({ one, side }) =>
    one.baseline && isIn(one) ? [{ ...one, baseline: one.baseline, candidate: side }] : [],
  );
  const inWorld = (world: 'worst' | 'best') =>
    pairs.map((pair) => toPairValue(pair, world)).filter((value): value is PairValue => value !== undefined);
  return { worst: inWorld('worst'), best: inWorld('best') };
}

/** One set that is worse is a FAIL; PASS is all that are large enough, once no other rule is open. */
function verdictOf(sets: readonly NamedSet[], isOpen: () => boolean): GateVerdict {
  if (sets.some((set) => set.verdict() === 'FAIL')) return 'FAIL';
  const isPass = sets.filter((set) => set.isNeeded).every((set) => set.verdict() === 'PASS');
  return sets.length > 0 && isPass && !isOpen() ? 'PASS' : 'INCONCLUSIVE';
}

/** It rests on curtailment as soon as one of the sets does. */
function byOf(verdict: GateVerdict, sets: readonly LookedAt[]) {
  const telling = sets.filter((set) => set.verdict === verdict && (verdict === 'FAIL' || !set.isTooSmall));
  const by: StoppedBy = telling.some((set) => set.by === 'curtailment') ? 'curtailment' : 'e-process';
  return verdict === 'INCONCLUSIVE' ? {} : { by };
}

/**
 * Looks at an arm after every case, in an order that was fixed before any answer: a case counts with all its repeats, a
 * group with all its cases, and only once every earlier one is there, so that the speed of an answer decides nothing.
 * PASS and FAIL have the error rates of the gate, whenever it ends and however many are asked at once.
 * Source: Waudby-Smith & Ramdas 2023 (e-processes); Alling 1963 (curtailment); Berger 1982 (PASS of all sets).
 */
export function earlyArm(plan: EarlyPlan): EarlyArm {
  const units = earlyUnits(plan.cases);
  const sets = earlySets(units, plan);
  const rules = openRules(plan.cases, plan.gate, plan.repeat);
  const sides = caseSides(plan.repeat);
  let next = 0;
  let verdict: GateVerdict = 'INCONCLUSIVE';
  const count = (unit: readonly EarlyCase[]) => {
    const answered = unit.map((one) => ({ one, side: sides.take(one) }));
    for (const { one, side } of answered) rules.add(one, side);
    for (const set of sets) {
      const counted = toCounted(answered, set);
      if (counted.worst.length > 0) set.add(counted);
    }
    verdict = verdictOf(sets, rules.isOpen);
  };
  return {
    add(row) {
      if (verdict !== 'INCONCLUSIVE') return;
      sides.add(row);
      while (verdict === 'INCONCLUSIVE' && units[next]?.every(sides.isDone)) count(units[next++]!);
    },
    isDecided: () => verdict !== 'INCONCLUSIVE',
    end() {
      const seen = sets.map((set): LookedAt => ({ ...named(set), ...set.end(plan.gate.confidence) }));
      const { after = 0, of = 0 } = seen[0] ?? {};
      return { verdict, ...byOf(verdict, seen), after, of, sets: seen };
    },
  };
}

const named = ({ slice, isNeeded }: NamedSet): Pick<LookedAt, 'slice' | 'isTooSmall'> => ({
  ...(slice === undefined ? {} : { slice }),
  ...(isNeeded ? {} : { isTooSmall: true }),
});
