import type { RunSuite } from '../domain/run.ts';
import type { ArmSummary, Ruling } from '../domain/summary.ts';
import { allPass } from './rules/all-pass.ts';
import { cost } from './rules/cost.ts';
import { critical } from './rules/critical.ts';
import { empty } from './rules/empty.ts';
import { errors } from './rules/errors.ts';
import { floor } from './rules/floor.ts';
import { latency } from './rules/latency.ts';

/**
 * Holds one arm against its suite's gate and says how each rule came out.
 * Where the gate names no floor every case must pass, whatever else it names: a rule that is added never makes a
 * suite laxer. What errored, is ungraded or did not run is never counted as failed; where it could turn a verdict,
 * the ruling is `incomplete`.
 */
export function decide(arm: ArmSummary, suite: Pick<RunSuite, 'gate' | 'hasGate'>): Ruling[] {
  const { gate, hasGate } = suite;
  const hasFloor = gate.floor?.pass !== undefined || gate.floor?.score !== undefined;
  if (arm.rate.of === 0) return [...empty(arm, hasGate), ...errors(arm, gate)];
  return [
    ...(hasFloor ? floor(arm, gate) : allPass(arm, suite)),
    ...critical(arm, gate),
    ...latency(arm, gate),
    ...cost(arm, gate),
    ...errors(arm, gate),
  ];
}
