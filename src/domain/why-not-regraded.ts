import type { Comparison, Side } from './comparison.ts';
import type { WhyNotRegraded } from './regrading.ts';

const reasons: Record<WhyNotRegraded, (run: string) => string> = {
  'run-gone': (run) => `run ${run}, which has them, is not in .evals/runs`,
  'run-broken': (run) => `the journal of run ${run}, which has them, cannot be read`,
  'answers-differ': (run) => `run ${run} does not have the answers whose results are stored`,
  'prompt-gone': () => 'their prompt graded them too, and cannot be found any more',
  'asks-judge': () => 'a judge would have to be asked, and this command asks nobody: `evals regrade` does',
  'project-broken': () => 'the suite cannot be loaded as it is today: `evals check` says why',
};

const named = ({ label }: Side) => (/^baseline\b/.test(label) ? `the ${label}` : label);

/**
 * Why cases that are graded in two ways are not graded alike, as a clause; undefined where none is, or nobody tried to
 * grade them again.
 */
export function whyNotRegraded({
  baseline,
  candidate,
  unpaired,
}: Pick<Comparison, 'baseline' | 'candidate' | 'unpaired'>): string | undefined {
  const sides = [baseline, candidate];
  if (unpaired.regraded.length === 0 || sides.every(({ regraded }) => regraded === undefined))
    return undefined;
  for (const side of sides) {
    const { why, run } = side.regraded ?? {};
    if (why && run !== undefined)
      return `the answers of ${named(side)} could not be graded again, as ${reasons[why](run)}`;
  }
  return `${named(candidate)} was graded by others than today's graders: \`evals regrade\` grades it again`;
}
