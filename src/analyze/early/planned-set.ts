import { isTooSmall } from '../gate/is-too-small.ts';
import { pairTotals } from '../gate/pair-totals.ts';
import type { PairValue } from '../gate/pair-value.ts';
import { refusal } from '../gate/refusal.ts';
import { toPairValue } from '../gate/to-pair-value.ts';
import type { EarlyCase } from './early-case.ts';

/** What is known of a set of pairs before any of them was asked. */
export type PlannedSet = {
  pairs: number;
  /** The largest weight of what is counted at once. */
  largest: number;
  /** One answer against one, all equally heavy and each alone: the gate at the end is the exact one. */
  isPlain: boolean;
  /** Too few to PASS, so that no PASS waits for it. */
  isTooSmall: boolean;
  /** The weights leave too little to say anything. */
  isRefused: boolean;
};

type Limits = { margin: number; alpha: number; repeat: number };

/** As if nothing had changed: only what does not depend on the answers is read off it. */
function unchanged(one: EarlyCase, repeat: number): PairValue[] {
  if (!one.baseline) return [];
  const value = toPairValue({ ...one, baseline: one.baseline, candidate: one.baseline }, 'worst');
  const isSingle = value?.isSingle === true && one.baseline.open === 0 && repeat === 1;
  return value ? [{ ...value, candidate: value.baseline, isSingle }] : [];
}

/** Looks at the pairs of a set, unit by unit; undefined where there are none. `alpha` is that of the gate at the end. */
export function plannedSet(
  units: readonly (readonly EarlyCase[])[],
  { margin, alpha, repeat }: Limits,
): PlannedSet | undefined {
  const values = units.map((unit) => unit.flatMap((one) => unchanged(one, repeat)));
  const all = values.flat();
  if (all.length === 0) return undefined;
  const totals = pairTotals(all);
  const weights = values.map((unit) => unit.reduce((sum, { weight }) => sum + weight, 0));
  return {
    pairs: all.length,
    largest: weights.reduce((most, weight) => Math.max(most, weight), 0),
    isPlain: totals.isSingle && !totals.isGrouped && !totals.isWeighted,
    isTooSmall: isTooSmall(all, { margin, alpha }),
    isRefused: refusal(totals, margin) !== undefined,
  };
}
