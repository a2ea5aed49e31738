import type { Again } from '../domain/again.ts';
import type { Allowed } from '../domain/allowed.ts';
import type { Problem } from '../domain/problem.ts';
import { estimate } from './estimate.ts';
import { exceeded } from './exceeded.ts';
import type { Project } from './open-project.ts';

/**
 * Warnings that a run will not end within its budget; `again` where another command than `evals run` asks. Nothing is
 * estimated where neither calls nor dollars are limited.
 */
export async function expectedExcess(project: Project, allowed: Allowed, again?: Again): Promise<Problem[]> {
  if (allowed.usd === undefined && allowed.calls === undefined) return [];
  return exceeded(await estimate(project, await project.prices()), allowed, again);
}
