import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { HoldoutLock } from '../../domain/holdout.ts';
import type { Checked, Problem } from '../../domain/problem.ts';
import type { Ledger } from '../../store/ledger/parse-ledger.ts';
import { readLedger } from '../../store/ledger/read-ledger.ts';
import { type ChosenHoldout, chooseHoldouts } from '../holdout/choose-holdouts.ts';
import { review } from '../holdout/review.ts';
import { statusPage } from '../holdout/status-page.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** `evals holdout status`: what each holdout is and what happened to it. Those with which something is wrong are told, and the exit code is then 2. */
export async function holdoutStatus(input: CommandInput, world: World): Promise<ExitCode> {
  const { suite } = input.arguments;
  const chosen = await chooseHoldouts(typeof suite === 'string' ? [suite] : [], world);
  const found: Problem[] = [];
  const locks: Record<string, HoldoutLock | null> = {};
  for (const one of chosen) {
    try {
      const seen = await review(one);
      locks[one.suite] = seen.lock ?? null;
      const ledger = await looksOf(one, seen.lock);
      found.push(...ledger.problems);
      const status = { ...seen, looks: ledger.value?.looks ?? [] };
      if (input.options.json !== true) world.out.write(`${statusPage(one, status).join('\n')}\n\n`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      found.push(...error.problems);
    }
  }
  if (input.options.json === true) world.out.write(`${JSON.stringify(locks, null, 2)}\n`);
  else if (chosen.length === 0) world.out.write('No suite has a holdout.\n');
  await printProblems(found, world);
  return found.length > 0 ? exitCode.badInput : exitCode.done;
}

/** How often it was used, as far as that can be told without its key. */
async function looksOf(
  { root, files }: ChosenHoldout,
  lock: HoldoutLock | undefined,
): Promise<Checked<Ledger>> {
  if (!lock) return { value: undefined, problems: [] };
  const start = lock.records[0]!.root;
  return readLedger(root, files.looks, { start, set: lock.sealed?.set ?? start, key: undefined });
}
