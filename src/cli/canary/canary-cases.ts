import type { BaselineLane } from '../../domain/baseline.ts';
import type { Case } from '../../domain/case.ts';
import { shuffled } from '../../flow/shuffled.ts';
import type { PlannedSuite } from '../../plan/plan.ts';
import { sha256 } from '../../text/sha256.ts';

/** Cases of a baseline that are asked again. */
const most = 25;

/**
 * Draws cases by the seed and the lane, and gives back their indexes: those that the baseline has a verdict for, that
 * are what they were, and that are in no quarantine.
 */
export async function canaryCases(
  { suite, order }: PlannedSuite,
  lane: BaselineLane,
  { seed, quarantined }: { seed: number; quarantined: ReadonlySet<string> },
): Promise<number[]> {
  const stored = new Map(lane.cases.map((one) => [one.id, one]));
  const fits = ({ id, digest, gradersDigest, observe }: Case) => {
    const was = stored.get(id);
    if (!was || was.of === 0 || observe || quarantined.has(id)) return false;
    return was.digest === digest && (was.graders === '' || was.graders === gradersDigest);
  };
  const found: number[] = [];
  const own = Number.parseInt(sha256(`${seed} ${suite.name} ${lane.arm.lane}`, 8), 16);
  for (const place of shuffled(order.length, own)) {
    if (found.length === most) break;
    const index = order[place]!;
    if (fits(await suite.cases.read(index))) found.push(index);
  }
  return found;
}
