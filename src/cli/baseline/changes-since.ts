import type { Run } from '../../domain/run.ts';
import type { Project } from '../open-project.ts';
import { armChanges } from '../resume/arm-changes.ts';
import { plannedCases } from '../resume/planned-cases.ts';
import { type CaseTally, suiteChanges } from '../resume/suite-changes.ts';
import type { GatheredArm } from './gather-results.ts';

/** What is not as it was when a run was asked, in words; `now` is the header that the project would get today. */
export async function changesSince(
  run: Run,
  arms: readonly GatheredArm[],
  project: Project,
  now: Run,
): Promise<string[]> {
  const planned = await plannedCases(project.plan);
  const tallies = new Map<string, CaseTally>();
  for (const { suite, results } of arms) {
    const tally = tallies.get(suite.name) ?? { edited: new Set(), gone: new Set() };
    tallies.set(suite.name, tally);
    for (const { id, digest, graders } of results.cases) {
      const one = planned.get(suite.name)?.get(id);
      if (!one) tally.gone.add(id);
      else if (one.digest !== digest || one.gradersDigest !== graders) tally.edited.add(id);
    }
  }
  const edits = armChanges(run, now, ({ suite, arm }) => `${suite}\n${arm}`).reasons;
  // How often it is asked is said anew, and is no change.
  const asOften = now.suites.map((suite) => ({
    ...suite,
    repeat: run.suites.find(({ name }) => name === suite.name)?.repeat ?? suite.repeat,
  }));
  return [...suiteChanges(run, { ...now, suites: asOften }, tallies), ...edits];
}
