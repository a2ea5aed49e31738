import type { QuietRegrader } from '../regrade/quiet-regrader.ts';
import type { SideArm } from './diff-side.ts';

/** Two arms of which some cases are graded in two ways, both by the graders of today, as far as that can be done. */
export type RegradePair = <T extends { before: SideArm; after: SideArm }>(
  pair: T,
  cases: ReadonlySet<string>,
) => Promise<T>;

/** What was asked beside a run was graded as the run was, and says nothing of other grades; that it ended early stays known. */
function regraded(one: SideArm, again: Awaited<ReturnType<QuietRegrader['regrade']>>): SideArm {
  if (!again) return one;
  const { discordance: _, evidence, rows: __, ...kept } = one;
  const { stopped } = evidence ?? {};
  const beside = { baselines: new Map(), redraws: [], canary: [], ...(stopped ? { stopped } : {}) };
  return {
    ...kept,
    results: { ...one.results, cases: again.cases },
    regraded: again.regraded,
    ...(again.rows ? { rows: again.rows } : {}),
    ...(evidence ? { evidence: beside } : {}),
  };
}

/** Answers are read from disk: nobody is asked. */
export const regradePair =
  ({ regrade }: Pick<QuietRegrader, 'regrade'>): RegradePair =>
  async (pair, cases) => {
    const side = async (one: SideArm) => {
      const { suite, arm, run, rows, results } = one;
      const stored = { suite, arm, run, rows, repeat: results.repeat, cases: results.cases };
      return regraded(one, await regrade(stored, cases, one.commits[0]));
    };
    return { ...pair, before: await side(pair.before), after: await side(pair.after) };
  };
