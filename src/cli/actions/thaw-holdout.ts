import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { readHoldoutLock } from '../../store/holdout/read-holdout-lock.ts';
import { keepLock } from '../holdout/keep-lock.ts';
import { oneHoldout } from '../holdout/one-holdout.ts';
import { reasonOf } from '../holdout/reason-of.ts';
import { refuseState } from '../holdout/refuse-state.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** `evals holdout thaw`: a frozen holdout may be edited again; why stays in its lock. Also for one that was edited already. */
export async function thawHoldout(input: CommandInput, world: World): Promise<ExitCode> {
  const chosen = await oneHoldout(input, world);
  const reason = reasonOf(input, `thaw ${chosen.suite}`);
  const { suite, files, root } = chosen;
  const { value: lock, problems: found } = await readHoldoutLock(root, files.lock);
  if (found.length > 0) throw new Refusal(found);
  if (lock?.kind !== 'frozen') throw refuseState('thaw', { state: lock?.kind ?? 'loose', files }, suite);
  await keepLock(chosen, { lock: { ...lock, kind: 'thawed' }, happened: { what: 'thawed', reason } }, world);
  world.out.write(
    `${files.plain} is thawed. Edit it, then "evals holdout freeze ${suite}"; nothing can be measured with it until then.\n`,
  );
  return exitCode.done;
}
