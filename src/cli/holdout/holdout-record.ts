import type { HoldoutLock, HoldoutRecord } from '../../domain/holdout.ts';
import { gitState } from '../../load/git-state.ts';
import { signer } from '../baseline/signer.ts';
import type { World } from '../world.ts';
import type { ChosenHoldout } from './choose-holdouts.ts';

/** What is to be said of something that happens to a holdout now: who, when, at which commit, and what the set is after it. */
export async function holdoutRecord(
  what: HoldoutRecord['what'],
  { root, env }: Pick<ChosenHoldout, 'root' | 'env'>,
  { cases, root: top }: Pick<HoldoutLock, 'cases' | 'root'>,
  world: World,
): Promise<HoldoutRecord> {
  const git = await gitState(root);
  return {
    what,
    at: world.clock.date().toISOString(),
    by: await signer(root, { ...world, env }),
    ...(git ? { commit: git.commit } : {}),
    ...(git?.dirty ? { dirty: true as const } : {}),
    cases,
    root: top,
  };
}
