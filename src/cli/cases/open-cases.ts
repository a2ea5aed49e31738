import type { LintedSuite } from '../../analyze/cases/lint-cases.ts';
import type { PlacedCase } from '../../analyze/cases/placed-case.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Suite } from '../../domain/suite.ts';
import { findRoot } from '../../load/find-root.ts';
import { findSuites } from '../../load/find-suites.ts';
import { type Frame, readFrame } from '../../load/read-frame.ts';
import type { SuiteFile } from '../../load/read-suite.ts';
import { mutators } from '../../mutators/index.ts';
import { loadSuites } from '../load-suites.ts';
import type { World } from '../world.ts';
import { readAllCases } from './read-all-cases.ts';
import { readHistories } from './read-histories.ts';

/** A suite with all of its cases, and what stored runs made of them. */
export type OpenSuite = LintedSuite & { file: string; prompts: string[]; runs: number };

/** Loads suites (all where none is named) with their cases and histories. Throws a `Refusal` where they are not sound. */
export async function openCases(
  names: string[],
  world: World,
): Promise<{ suites: OpenSuite[]; problems: Problem[] }> {
  const root = await findRoot(world.folder);
  const loaded = await loadSuites(root, names, world);
  const cases = new Map<string, PlacedCase[]>();
  for (const suite of loaded) cases.set(suite.name, await readAllCases(suite));
  const { value: files = [] } = await findSuites(names, root, world.folder);
  const histories = await readHistories(
    root,
    new Map([...cases].map(([name, placed]) => [name, placed.map(({ one }) => one)])),
  );
  const suites = loaded.map((suite): OpenSuite => {
    const written = files.find(({ file }) => file === suite.file)!;
    return {
      ...describe(suite, written),
      cases: cases.get(suite.name)!,
      ...histories.value.get(suite.name)!,
    };
  });
  return { suites, problems: histories.problems };
}

function describe({ name, file, prompts }: Suite, { source }: SuiteFile) {
  const { coverage, graders }: Frame = readFrame(source).frame;
  const { frame: _, ...place } = source.at(['suite']);
  return {
    suite: name,
    file,
    prompts: [...new Set(prompts.map((prompt) => prompt.name))],
    place,
    coverage,
    graders,
    kinds: mutators.names(),
  };
}
