import type { Run } from '../domain/run.ts';
import { redacted } from '../store/redacted.ts';
import { redactor } from '../text/redactor.ts';
import { checkModels } from './check-models.ts';
import { namedSecrets } from './named-secrets.ts';
import type { Project } from './open-project.ts';
import type { RunOptions } from './parse-run-options.ts';
import { runHeader } from './run-header.ts';
import { secretsOf } from './secrets-of.ts';
import type { World } from './world.ts';

/** A run that may begin: its header, and what takes the secrets out of every text. */
export type PreparedRun = { header: Run; redact(text: string): string };

/** Looks at the models and writes the header, in memory. Throws `Refusal`. Nothing has been asked. */
export async function prepareRun(
  project: Project,
  manner: Pick<RunOptions, 'offline' | 'replay'>,
  world: World,
): Promise<PreparedRun> {
  const { plan, env } = project;
  await checkModels(project, manner, world);
  const redact = redactor(secretsOf(env, namedSecrets(plan, env)));
  const prices = (await project.prices()).source;
  const header = redacted<Run>({ ...(await runHeader(project, world)), prices }, redact);
  return { header, redact };
}
