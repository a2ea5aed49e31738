import type { SuiteReach } from '../../../src/analyze/reach/suite-reach.ts';
import type { BaselineLane } from '../../../src/domain/baseline.ts';
import type { Gate } from '../../../src/domain/gate.ts';
import { makeCaseResult, makeLane } from '../../store/make-baseline.ts';

/** A suite of so many equal cases with one arm. */
export function makeReach(
  count: number,
  gate: Partial<Gate> = {},
  more: Partial<SuiteReach> = {},
): SuiteReach {
  const cases = Array.from({ length: count }, () => ({ weight: 1, tags: [] }));
  return {
    suite: 's',
    gate: { confidence: 0.95, slices: [], errors: 0.02, ...gate },
    hasGate: true,
    repeat: 1,
    cases,
    arms: [{ id: 'p@v4 · fast', lane: 'p · fast' }],
    lanes: [],
    ...more,
  };
}

/** A lane for that arm, of cases that passed so often of so many. */
export function makeReachLane(
  tallies: [passed: number, of: number][],
  more: Partial<BaselineLane> = {},
): BaselineLane {
  const cases = tallies.map(([passed, of], index) =>
    makeCaseResult(`c${index + 1}`, { passed, of, score: of === 0 ? null : passed / of }),
  );
  const lane = makeLane({ suite: 's', cases, ...more });
  return { ...lane, arm: { ...lane.arm, id: 'p@v3 · fast', lane: 'p · fast', ...more.arm } };
}
