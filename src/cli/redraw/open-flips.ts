import type { Flip } from '../../domain/comparison.ts';
import type { RunArm, RunSuite } from '../../domain/run.ts';
import type { ArmSummary, Summary } from '../../domain/summary.ts';

/** Losses of one arm that fresh answers have not told apart from noise yet. */
export type OpenFlips = { suite: RunSuite; arm: RunArm; cases: string[] };

/** Where the cases are a sample, so many losses are looked at in each lane: the gate itself does not rest on them. */
const mostSampled = 50;

/**
 * What is left to be drawn again in a run, by arm: losses without a verdict that may still get one. A model that always
 * says the same needs no second answer, and where the provider moved no answer tells anything of the change.
 */
export function openFlips(suites: readonly RunSuite[], summary: Pick<Summary, 'suites'>): OpenFlips[] {
  return suites.flatMap((suite) => {
    const arms = summary.suites.find((one) => one.suite === suite.name)?.arms ?? [];
    return suite.arms.flatMap((arm) => {
      const own = arms.find((one) => one.arm === arm.id);
      const cases = own && !arm.deterministic ? openCases(own) : [];
      return cases.length > 0 ? [{ suite, arm, cases }] : [];
    });
  });
}

function openCases({ comparison }: ArmSummary): string[] {
  if (!comparison || comparison.stale !== undefined) return [];
  const losses = comparison.flips.filter(({ direction }) => direction === 'loss');
  const most = comparison.target === 'suite' ? losses.length : mostSampled;
  return losses.slice(0, most).flatMap((flip) => (isOpen(flip) ? [flip.case] : []));
}

const isOpen = ({ redrawn }: Flip) => redrawn === undefined || redrawn.verdict === 'open';
