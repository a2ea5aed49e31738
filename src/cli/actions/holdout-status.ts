import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { HoldoutLock, HoldoutRecord } from '../../domain/holdout.ts';
import type { Problem } from '../../domain/problem.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import { type ChosenHoldout, chooseHoldouts } from '../holdout/choose-holdouts.ts';
import { review } from '../holdout/review.ts';
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
      if (input.options.json !== true) world.out.write(`${page(one, seen.state, seen.lock).join('\n')}\n\n`);
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

const clean = (text: string) => oneLine(toScreen(text));

function page({ suite, files }: ChosenHoldout, state: string, lock: HoldoutLock | undefined): string[] {
  const isSealed = state === 'sealed' || state === 'retired';
  const words = state === 'loose' ? 'neither frozen nor sealed' : state;
  const heading = `${clean(suite)}  ${words}  ${isSealed ? files.sealed : files.plain}`;
  if (!lock) return [heading];
  const { cases, sealed, records } = lock;
  return [
    heading,
    `  ${count(cases, 'case')}${sealed ? `, sealed to ${sealed.recipients.join(', ')}` : ''}`,
    ...(sealed
      ? [`  ${count(sealed.settings.looks, 'look')}, ${count(sealed.settings.promotions, 'promotion')}`]
      : []),
    ...records.map((record) => `  ${line(record)}`),
  ];
}

function line({ what, at, by, commit, dirty, reason, cases }: HoldoutRecord): string {
  const place = commit ? ` at ${commit.slice(0, 10)}${dirty ? ' with changes' : ''}` : '';
  return clean(
    `${at.slice(0, 10)}  ${what} by ${by}${place}, ${count(cases, 'case')}${reason ? `: “${reason}”` : ''}`,
  );
}
