import { checkedDifference } from './checked-difference.ts';

/** Both are natural logarithms of E-values, 0 at the start; ln 100 = 4.6 is evidence at level .01 at any time. */
export type EProcess = {
  /**
   * Counts the next difference (candidate - baseline, -1..1). For a cluster it is the weighted mean of its
   * differences, and `weight` (above 0, at most 1) its weight over the largest weight that any cluster has.
   */
  add(difference: number, weight?: number): void;
  /** Evidence against "worse by the margin or more". */
  pass(): number;
  /** Evidence against "not worse". */
  fail(): number;
};

const bets = 40;
const boldest = 0.995;

function logMeanExp(logs: Float64Array): number {
  const most = logs.reduce((one, other) => Math.max(one, other));
  const sum = logs.reduce((total, log) => total + Math.exp(log - most), 0);
  return most + Math.log(sum / logs.length);
}

/** ln of the mean over 40 bets λ of Π(1 + λx), where no x lies below -`worst`. */
function capital(worst: number): { add(x: number): void; log(): number } {
  const logs = new Float64Array(bets);
  return {
    add(x) {
      for (let k = 0; k < bets; k++) logs[k]! += Math.log1p((((k + 1) / bets) * boldest * x) / worst);
    },
    log: () => logMeanExp(logs),
  };
}

/**
 * Evidence that may be looked at after every difference, for both sides of the gate with a margin of 0 up to, not
 * with, 1: each side is a bet whose mean never grows while its null hypothesis holds, so that the chance of it ever
 * reaching 1/a is at most a. Throws `RangeError` for numbers out of these ranges.
 * Source: Waudby-Smith & Ramdas 2023; Ramdas et al. 2023; Ville 1939 for the bound.
 */
export function eProcess(margin: number): EProcess {
  if (!(margin >= 0 && margin < 1)) throw new RangeError(`no margin is ${margin}`);
  const pass = capital(1 - margin);
  const fail = capital(1);
  return {
    add(difference, weight = 1) {
      const d = checkedDifference(difference);
      if (!(weight > 0 && weight <= 1)) throw new RangeError(`${weight} is no share of the largest weight`);
      pass.add(weight * (d + margin));
      fail.add(-weight * d);
    },
    pass: pass.log,
    fail: fail.log,
  };
}
