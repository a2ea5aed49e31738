import type { Gate } from '../../domain/gate.ts';
import type { PairSide } from '../gate/gate-pair.ts';
import type { EarlyCase } from './early-case.ts';

/** The rules that are held against no baseline. */
export type OpenRules = {
  add(one: EarlyCase, side: PairSide): void;
  /** What is still to come could turn one of them. */
  isOpen(): boolean;
};

const rounding = 1e-9;

/** What passed and failed by weight, against a pass rate that may not be gone below (percent). */
function floorWatch(cases: readonly EarlyCase[], floor: number, repeat: number) {
  const weights = cases.reduce((sum, { weight }) => sum + weight, 0) * repeat;
  const least = (weights * floor) / 100;
  let passed = 0;
  let failed = 0;
  return {
    add({ weight }: EarlyCase, side: PairSide) {
      passed += weight * side.passed;
      failed += weight * (side.of - side.passed);
    },
    isOpen: () => passed < least - rounding && weights - failed >= least - rounding,
  };
}

/**
 * Watches floors and critical cases. A mean score may move with every case, so that its floor is open to the end; a pass
 * rate is settled once nothing to come can take it across its floor.
 */
export function openRules(
  cases: readonly EarlyCase[],
  gate: Pick<Gate, 'floor' | 'critical'>,
  repeat: number,
): OpenRules {
  const { pass, score } = gate.floor ?? {};
  const isCritical = ({ tags }: EarlyCase) => gate.critical === 'fail' && tags.includes('critical');
  const counted = cases.filter(({ isCounted }) => isCounted);
  const floor = pass === undefined ? undefined : floorWatch(counted, pass, repeat);
  let critical = counted.filter(isCritical).length;
  return {
    add(one, side) {
      if (!one.isCounted) return;
      floor?.add(one, side);
      if (isCritical(one)) critical -= 1;
    },
    isOpen: () => score !== undefined || critical > 0 || floor?.isOpen() === true,
  };
}
