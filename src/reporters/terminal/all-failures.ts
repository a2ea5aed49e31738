import type { Comparison, Flip } from '../../domain/comparison.ts';
import type { ArmSummary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import type { Canvas } from './canvas.ts';
import { failures } from './failures.ts';

/** Beside a comparison the list of what is lost is what people read; of the rest a few are enough. */
const mostOthers = 3;

const failing = ({ candidate }: Flip) => candidate.of - candidate.passed;

/** Repeats of a case may fail without a majority that does; a case without a verdict before may have passed. */
function title({ baseline, candidate, missing }: Comparison): string {
  if (Math.max(baseline.repeat, candidate.repeat) > 1)
    return 'Failed before too, or in less than half of the repeats';
  return missing ? 'Failed, and not newly' : 'Failed before too';
}

/** Ids that have no partner to have failed before. */
function strangers({ unpaired }: Comparison): Set<string> {
  const { added, changed, regraded, quarantined } = unpaired;
  return new Set([...added, ...changed, ...regraded, ...quarantined].map((one) => one.case));
}

/** The failing cases of an arm; beside a comparison, which has shown what is newly failing, only the others. */
export async function allFailures(
  arm: ArmSummary,
  options: { most: number; repeats: number; run: string },
  on: Canvas,
): Promise<string[]> {
  const { comparison } = arm;
  if (!comparison) return failures(arm, { ...options, title: 'Failed', trials: arm.counts.failed }, on);
  const losses = comparison.flips.filter((flip) => flip.direction === 'loss');
  const rest = arm.counts.failed - losses.reduce((sum, flip) => sum + failing(flip), 0);
  // Not all losses are known by name: which of the others failed before cannot be told.
  if (losses.length < comparison.flipTotals.losses)
    return rest > 0
      ? ['', on.quiet(`    … and ${count(rest, 'more failed trial')}: evals show ${options.run}`)]
      : [];
  const lost = new Set(losses.map((flip) => flip.case));
  const others = strangers(comparison);
  const apart = arm.notable.filter((one) => one.status === 'failed' && others.has(one.case)).length;
  const list = { ...options, most: Math.min(options.most, mostOthers) };
  const isOld = (name: string) => !lost.has(name) && !others.has(name);
  const alone = { title: 'Failed, and not compared', trials: apart, has: (name: string) => others.has(name) };
  return [
    ...(await failures(arm, { ...list, title: title(comparison), trials: rest - apart, has: isOld }, on)),
    ...(await failures(arm, { ...list, ...alone }, on)),
  ];
}
