import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { findRoot } from '../../load/find-root.ts';
import { comparisonPage } from '../../reporters/comparison/comparison-page.ts';
import { canvas } from '../../reporters/terminal/canvas.ts';
import { closest } from '../../text/closest.ts';
import { oneLine } from '../../text/one-line.ts';
import { redactor } from '../../text/redactor.ts';
import { toScreen } from '../../text/to-screen.ts';
import { diffJson } from '../diff/diff-json.ts';
import type { DiffSide } from '../diff/diff-side.ts';
import { type Differences, diffSides, type SuiteComparison } from '../diff/diff-sides.ts';
import { promptTexts } from '../diff/prompt-texts.ts';
import { readSide } from '../diff/read-side.ts';
import { regradePair } from '../diff/regrade-pair.ts';
import { isColorful } from '../is-colorful.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import { quietRegrader } from '../regrade/quiet-regrader.ts';
import { secretsOf } from '../secrets-of.ts';
import type { World } from '../world.ts';

type Compared = Pick<Differences, 'comparisons' | 'unchanged'>;

/** `evals diff`: one run, arm or baseline held against another, case by case. Exit code 0, different or not: "evals gate" decides. */
export async function diff({ arguments: given, options }: CommandInput, world: World): Promise<ExitCode> {
  const root = await findRoot(world.folder);
  const suite = options.suite as string | undefined;
  const before = await readSide(String(given.a ?? 'baseline'), { root, world, suite });
  const after = await readSide(String(given.b ?? 'latest'), { root, world, suite });
  if (suite !== undefined) checkSuite(suite, [before, after]);
  const redact = redactor(secretsOf(world.env));
  const { problems: found, ...compared } = await differences(before, after, { root, world, redact });
  await printProblems(found, world);
  if (options.json) world.out.write(`${redact(diffJson(compared))}\n`);
  else {
    await show(compared.comparisons, world, redact);
    world.out.write(redact(sameWords(compared, before, after)));
  }
  return exitCode.done;
}

async function differences(
  before: DiffSide,
  after: DiffSide,
  { root, world, redact }: { root: string; world: World; redact(text: string): string },
): Promise<Differences> {
  const regrader = quietRegrader(root, world, redact);
  try {
    return await diffSides(before, after, await promptTexts(root), regradePair(regrader));
  } finally {
    await regrader.close();
  }
}

/** The baselines that are the same on both sides; empty where there is none. */
function sameWords({ unchanged, comparisons }: Compared, before: DiffSide, after: DiffSide): string {
  if (unchanged.length === 0) return '';
  const names = unchanged.map(({ suite, arm }) => `${suite} (${arm})`).join(', ');
  const gap = comparisons.length > 0 ? '\n' : '';
  return `${gap}${oneLine(toScreen(`Nothing changed between ${before.label} and ${after.label}: ${names}.`))}\n`;
}

/** A suite that neither side has is a mistake. */
function checkSuite(suite: string, sides: readonly DiffSide[]): void {
  const names = [...new Set(sides.flatMap(({ suites }) => suites))];
  if (names.includes(suite)) return;
  const suggestion = closest(suite, names);
  throw new Refusal([problems.unknownName({ kind: 'suite', name: suite, names, suggestion })]);
}

async function show(
  comparisons: readonly SuiteComparison[],
  { out, env }: World,
  redact: (text: string) => string,
): Promise<void> {
  const on = await canvas({ color: isColorful(out, env), width: out.width });
  for (const { suite, comparison } of comparisons) {
    const lines = [
      '',
      on.strong(oneLine(toScreen(suite))),
      ...(await comparisonPage(comparison, on, { isAlone: true })),
    ];
    if (out.isClosed?.()) return;
    out.write(redact(`${lines.join('\n')}\n`));
    await out.drained?.();
  }
}
