import { seeded } from '../../src/flow/seeded.ts';
import type { Scenario } from './scenario.ts';

/** How often each verdict came up, 0..1. */
export type Finding = {
  scenario: Scenario;
  runs: number;
  pass: number;
  fail: number;
  /** Mean share of the planned answers that were asked for. */
  asked: number;
  /** The false verdict: PASS where it is worse by the margin, else FAIL. */
  wrong: number;
  /** Three standard errors of a share that is just as promised: what is above may be no luck. */
  slack: number;
  isBroken: boolean;
};

/** A seed for a name, so that a world draws the same whichever are run beside it (FNV-1a). */
function seedOf(name: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

export const isAtMargin = ({ truth }: Scenario) => truth < 0;

export function find(scenario: Scenario, { runs, seed }: { runs: number; seed: number }): Finding {
  const { table, name, margin, truth, promise } = scenario;
  const random = seeded(seedOf(`${table} ${name} ${margin} ${truth}`, seed));
  const counts = { PASS: 0, FAIL: 0, INCONCLUSIVE: 0, asked: 0 };
  for (let run = 0; run < runs; run++) {
    const { verdict, asked = 1 } = scenario.decide(random);
    counts[verdict] += 1;
    counts.asked += asked;
  }
  const [pass, fail] = [counts.PASS / runs, counts.FAIL / runs];
  const wrong = isAtMargin(scenario) ? pass : fail;
  const slack = 3 * Math.sqrt((promise * (1 - promise)) / runs);
  return {
    scenario,
    runs,
    pass,
    fail,
    asked: counts.asked / runs,
    wrong,
    slack,
    isBroken: wrong > promise + slack,
  };
}
