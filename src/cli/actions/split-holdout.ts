import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { splitCases } from '../../plan/split-cases.ts';
import { replaceWhole } from '../../store/holdout/replace-whole.ts';
import { count } from '../../text/count.ts';
import { type FreeHoldout, freeHoldout } from '../holdout/free-holdout.ts';
import { type LoadedCases, loadHeld } from '../holdout/load-held.ts';
import { type PlannedMove, planMove } from '../holdout/plan-move.ts';
import { sealContent } from '../holdout/seal-content.ts';
import { type SealTerms, sealTermsOf } from '../holdout/seal-terms-of.ts';
import { toSplit } from '../holdout/to-split.ts';
import type { World } from '../world.ts';

/** `evals holdout split`: moves a part of a suite's cases into its holdout, by whole families. */
export async function splitHoldout(input: CommandInput, world: World): Promise<ExitCode> {
  const options = toSplit(input);
  const chosen = await freeHoldout(String(input.arguments.suite), world);
  const isSealed = input.options.seal === true || input.options.to !== undefined;
  const terms = isSealed ? await sealTermsOf(input, chosen.suite) : undefined;
  const loaded = await loadHeld(chosen);
  const split = splitCases(loaded.cases, options);
  const move = await planMove(chosen, { ...split, ...loaded }, randomUUID());
  const said = await writeHeld(chosen, { ...split, loaded, move, terms }, world);
  // What is taken away goes last: cut off before, cases stand twice, and none is lost.
  for (const { file, text } of move.changed) await replaceWhole(join(chosen.root, file), text);
  const { holdout, dev, families } = split;
  world.out.write(
    [
      `${count(holdout.length, 'case')} of ${chosen.suite} taken, ${count(dev.length, 'case')} left; of ${count(families, 'family', 'families')}, none was parted.`,
      `Changed: ${move.changed.map(({ file }) => file).join(', ')}. Git's history has all of them as they were: what was ever committed is no secret.`,
      ...said,
      '',
    ].join('\n'),
  );
  return exitCode.done;
}

type Held = ReturnType<typeof splitCases<LoadedCases['cases'][number]>> & {
  loaded: LoadedCases;
  move: PlannedMove;
  terms: SealTerms | undefined;
};

async function writeHeld(
  chosen: FreeHoldout,
  { holdout, dev, loaded, move, terms }: Held,
  world: World,
): Promise<string[]> {
  const { root, files, suite } = chosen;
  if (terms) {
    const sealing = {
      content: move.content,
      held: holdout,
      own: dev,
      suite: loaded.suite,
      before: undefined,
    };
    return sealContent(chosen, sealing, terms, world);
  }
  await replaceWhole(join(root, files.plain), move.text);
  return [
    `${files.plain} has them in plain text: evals holdout freeze ${suite}, or evals holdout seal ${suite} --to age1…`,
  ];
}
