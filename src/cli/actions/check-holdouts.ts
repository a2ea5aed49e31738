import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { Problem } from '../../domain/problem.ts';
import { count } from '../../text/count.ts';
import { chooseHoldouts } from '../holdout/choose-holdouts.ts';
import { leakSentences } from '../holdout/leak-sentences.ts';
import { reviewLeaks } from '../holdout/review-leaks.ts';
import { printProblems } from '../print-problems.ts';
import type { World } from '../world.ts';

/** `evals holdout check`: whether any of a holdout can be read elsewhere. Exit code 2 where too much of one can. */
export async function checkHoldouts(input: CommandInput, world: World): Promise<ExitCode> {
  const { suite } = input.arguments;
  const chosen = await chooseHoldouts(typeof suite === 'string' ? [suite] : [], world);
  const found: Problem[] = [];
  for (const one of chosen) {
    const review = await reviewLeaks(one, true);
    const copies = review && review.ofCases.length + review.ofFiles.length;
    const how = review?.unit === 'text' ? ', by its fingerprints' : '';
    const said = review
      ? copies
        ? count(copies, 'copy', 'copies')
        : `no copy${how}`
      : 'opened, and a holdout no more';
    world.out.write(
      `${copies ? '! ' : 'ok'}  ${one.suite}  ${review ? `${count(review.of, review.unit)}, ` : ''}${said}\n`,
    );
    if (review) found.push(...leakSentences(review, false));
  }
  if (chosen.length === 0) world.out.write('No suite has a holdout.\n');
  await printProblems(found, world);
  return found.some(({ severity }) => severity === 'error') ? exitCode.badInput : exitCode.done;
}
