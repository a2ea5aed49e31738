import { relative } from 'node:path';
import type { Json } from '../domain/json.ts';
import type { Provider } from '../domain/provider.ts';
import type { Run, RunSuite } from '../domain/run.ts';
import { gitState } from '../load/git-state.ts';
import { modelsOf } from '../plan/models-of.ts';
import type { PlannedSuite } from '../plan/plan.ts';
import { toRunQuestions } from '../plan/to-run-questions.ts';
import { providers } from '../providers/index.ts';
import { sha256 } from '../text/sha256.ts';
import { describeSelection } from './describe-selection.ts';
import { type ModelStanding, modelStanding } from './model-standing.ts';
import type { Project } from './open-project.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

/** What is going to be run, written before the first trial. */
export async function runHeader(project: Project, world: World): Promise<Run> {
  const { chosen, root } = project;
  const startedAt = world.clock.date().toISOString();
  const standings = new Map<string, ModelStanding>();
  for (const model of modelsOf(project.plan)) standings.set(model.name, await modelStanding(model, project));
  const suites = project.plan.suites.map((planned) => ({
    ...toRunSuite(planned, standings),
    ...quarantineOf(planned, project),
  }));
  // With milliseconds: ids sort by time, and two runs may begin within a second.
  const stamp = startedAt.replace(/[-:Z]/g, '').replace('T', '-');
  const short = sha256(`${startedAt} ${world.pid} ${world.clock.now()}`, 4);
  return {
    schemaVersion: 1,
    id: `${stamp}-${short}`,
    startedAt,
    evals: version,
    node: world.nodeVersion,
    command: world.arguments,
    seed: chosen.seed,
    git: await gitState(root),
    selection: describeSelection(chosen),
    // Paths on the command line start at the folder in which it was typed.
    chosen: { ...chosen, from: relative(root, world.folder).replaceAll('\\', '/') } as unknown as Json,
    suites,
    trials: project.plan.total,
  };
}

function quarantineOf({ suite }: PlannedSuite, { quarantine }: Project): Pick<RunSuite, 'quarantine'> {
  const own = quarantine.filter((entry) => entry.suite === suite.name);
  const listed = own.map(({ case: id, reason, until }) => ({ case: id, reason, until }));
  return listed.length > 0 ? { quarantine: listed } : {};
}

function toRunSuite(
  { suite, arms, order }: PlannedSuite,
  standings: ReadonlyMap<string, ModelStanding>,
): RunSuite {
  const { name, file, digest, gate, hasGate, repeat, casesInSuite } = suite;
  return {
    name, file, digest, gate, hasGate, repeat, casesInSuite,
    ...(suite.questions.length > 0 ? { questions: toRunQuestions(suite.questions) } : {}),
    ...(suite.variants === undefined ? {} : { variants: suite.variants }),
    cases: order.length,
    arms: arms.map(({ id, lane, prompt, model }) => ({
      id, lane, prompt: prompt?.id, promptDigest: prompt?.digest, model: model.name, provider: model.provider, modelId: model.id,
      settings: { ...model.settings, ...prompt?.settings } as Json,
      ...standings.get(model.name),
      deterministic: (providers.get(model.provider) as Provider).deterministic === true,
      isDistant: (providers.get(model.provider) as Provider).needsNetwork,
    })),
  }; // biome-ignore format: lines of names
}
