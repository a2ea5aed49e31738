import { problems } from '../../domain/problems.ts';
import { refuseSpoilt } from '../holdout/refuse-spoilt.ts';
import { openProject, type Project } from '../open-project.ts';
import type { ParsedSelection } from '../parse-selection.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { type LentHoldout, lendHoldouts } from './lend-holdouts.ts';

/** A project whose suites have the cases of their holdouts, all of one kind; what is secret of them is in memory only. */
export type OpenLook = {
  project: Project;
  /** By the name of the suite. */
  holdouts: ReadonlyMap<string, LentHoldout>;
  isSealed: boolean;
};

/** Loads and plans what is selected, with the holdouts of the suites. Throws `Refusal`; nothing is open then. */
export async function openLook(selection: ParsedSelection, world: World): Promise<OpenLook> {
  const holdouts = new Map<string, LentHoldout>();
  const project = await openProject(selection, world, false, lendHoldouts(holdouts));
  const named = (kind: LentHoldout['kind']) =>
    [...holdouts].filter(([, one]) => one.kind === kind).map(([suite]) => suite);
  const [frozen, sealed] = [named('frozen'), named('sealed')];
  const lost = [...holdouts.keys()].filter(
    (name) => !project.plan.suites.some(({ suite }) => suite.name === name),
  );
  const found = [
    ...(frozen.length > 0 && sealed.length > 0 ? [problems.lookKinds({ frozen, sealed })] : []),
    ...lost.map((suite) => problems.sealChanged({ suite, changes: ['no case of it fits any more'] })),
  ];
  try {
    if (found.length > 0) throw new Refusal(found);
    await refuseSpoilt([...holdouts.keys()], world);
  } catch (error) {
    await Promise.all(project.suites.map(({ cases }) => cases.close()));
    throw error;
  }
  return { project, holdouts, isSealed: sealed.length > 0 };
}
