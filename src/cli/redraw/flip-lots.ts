import type { Lot, PlannedSuite } from '../../plan/plan.ts';
import type { OpenFlips } from './open-flips.ts';

/** A case that flipped, and what stands for its next question; `repeat` of the lot is the last of the planned ones. */
export type FlipLot = { case: string; lot: Lot };

/** The lots of these cases, in the order in which the plan has them. Reads cases until all are found. */
export async function flipLots(
  { suite: { name }, arm: { id }, cases }: OpenFlips,
  suites: readonly PlannedSuite[],
): Promise<FlipLot[]> {
  const planned = suites.find(({ suite }) => suite.name === name);
  const arm = planned?.arms.find((one) => one.id === id);
  if (!planned || !arm) return [];
  const { suite, order } = planned;
  const wanted = new Set(cases);
  const lots: FlipLot[] = [];
  for (const index of order) {
    if (lots.length === wanted.size) break;
    const one = await suite.cases.read(index);
    if (wanted.has(one.id)) lots.push({ case: one.id, lot: { suite, arm, index, repeat: suite.repeat } });
  }
  return lots;
}
