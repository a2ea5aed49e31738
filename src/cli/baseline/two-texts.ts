import type { Baseline } from '../../domain/baseline.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import { baselineFile } from '../../store/baseline-file.ts';

/** Prompt versions of a run that another baseline, one that would stay, knows as another text. */
export function twoTexts({ suites }: Run, baselines: ReadonlyMap<string, Baseline>): Problem[] {
  const arms = suites.flatMap((suite) => suite.arms);
  const replaced = new Set(suites.flatMap(({ name, arms }) => arms.map(({ lane }) => `${name}\n${lane}`)));
  const staying = [...baselines.values()].flatMap(({ suite, lanes }) =>
    lanes.filter(({ arm }) => !replaced.has(`${suite}\n${arm.lane}`)),
  );
  const found = arms.flatMap(({ prompt, promptDigest }) =>
    staying
      .filter(({ arm }) => prompt !== undefined && arm.prompt === prompt && arm.promptDigest !== promptDigest)
      .map(({ suite }) => [`${prompt}`, baselineFile(suite)] as const),
  );
  const once = new Map(found.map((pair) => [pair.join('\n'), pair]));
  return [...once.values()].map(([prompt, file]) => problems.acceptTwoTexts({ prompt, file }));
}
