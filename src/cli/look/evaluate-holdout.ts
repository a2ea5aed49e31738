import { exitCode } from '../../domain/exit-code.ts';
import type { Run } from '../../domain/run.ts';
import type { Summary } from '../../domain/summary.ts';
import { allowedTo } from '../allowed-to.ts';
import type { ParsedSelection } from '../parse-selection.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { lookAt } from './look-at.ts';
import { openLook } from './open-look.ts';
import { prepareLook } from './prepare-look.ts';
import { refuseChoice } from './refuse-choice.ts';

/**
 * A look at holdouts from a program: what `evals run --holdout` does, less the screen. Rejects with a `Refusal` where it
 * may not be, and where a bit could not be written down.
 */
export async function evaluateHoldout(
  selection: ParsedSelection,
  manner: { offline: boolean; canary: boolean },
  world: World,
): Promise<{ run: Run; summary: Summary; folder: string }> {
  refuseChoice(selection);
  const open = await openLook(selection, world);
  const { project } = open;
  let release = async () => {};
  try {
    const prepared = await prepareLook(open, { ...manner, isOverfitAsked: false }, world);
    release = prepared.release;
    const allowed = allowedTo(project.config, {});
    const { done, problems } = await lookAt(open, prepared, { ...manner, isQuiet: true, allowed }, world);
    if (problems.length > 0) throw new Refusal(problems, exitCode.incomplete);
    return { run: prepared.header, summary: done.summary, folder: done.folder };
  } finally {
    await Promise.all(project.suites.map(({ cases }) => cases.close()));
    await release();
  }
}
