import type { Gate } from '../../domain/gate.ts';
import { gateReach, type ReachCase } from '../gate/gate-reach.ts';
import { reachOptions } from './reach-options.ts';

/** Points between the margins that are tried; a greater one than the last nobody would want. */
const step = 0.5;
const greatest = 10;

const canPass = (cases: readonly ReachCase[], gate: Gate) =>
  gateReach(cases, reachOptions({ ...gate, slices: [] })).all.canPass;

/**
 * The fewest equal, independent cases of which an unchanged candidate can PASS, found by trying the gate itself:
 * `floor` (whole, from the evidence floor) is where the search begins, as the exact test may ask for a few more.
 */
function leastCases(gate: Gate, floor: number): number {
  const isEnough = (count: number) => canPass(Array(count).fill({ weight: 1, tags: [] }), gate);
  let [low, high] = [floor - 1, floor];
  while (!isEnough(high)) [low, high] = [high, Math.ceil(high * 1.25)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The least margin in half points at which these cases can PASS; undefined where it would be more than 10. */
function leastMargin(cases: readonly ReachCase[], gate: Gate): number | undefined {
  const first = Math.floor(reachOptions(gate).margin * 100 * 2 + 1) / 2;
  for (let margin = first; margin <= greatest; margin += step)
    if (canPass(cases, { ...gate, margin })) return margin / 100;
  return undefined;
}

/** What would have to be otherwise for an unchanged candidate to PASS: more cases, or a greater margin (a share). */
export const leastToPass = { cases: leastCases, margin: leastMargin };
