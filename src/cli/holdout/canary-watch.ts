import type { HoldoutContent } from '../../domain/holdout.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { findLeak } from '../../text/find-leak.ts';

/** Who looks at the outputs of a run of holdouts for the canaries of their files. */
export type CanaryWatch = {
  see(row: Pick<TrialRow, 'suite' | 'outcome' | 'model'>): void;
  /** A warning for each suite and model by which a canary was said. */
  problems(): Problem[];
};

/** Watches for the canaries of holdouts, by the names of their suites. A canary is in no prompt: who says it has seen the file. */
export function canaryWatch(
  holdouts: ReadonlyMap<string, { content: Pick<HoldoutContent, 'canary'> }>,
): CanaryWatch {
  const said = new Map<string, { suite: string; model: string }>();
  return {
    see({ suite, outcome, model }) {
      const canary = holdouts.get(suite)?.content.canary;
      if (canary === undefined || outcome.status !== 'answered' || said.has(`${suite}\n${model}`)) return;
      if (findLeak(outcome.answer.text, [canary])) said.set(`${suite}\n${model}`, { suite, model });
    },
    problems: () => [...said.values()].map((one) => problems.canarySaid(one)),
  };
}
