import type { Baseline, BaselineLane } from '../../domain/baseline.ts';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { Gate } from '../../domain/gate.ts';
import { findRoot } from '../../load/find-root.ts';
import type { Canvas } from '../../reporters/terminal/canvas.ts';
import { baselineFile } from '../../store/baseline-file.ts';
import { printBaseline } from '../../store/print-baseline.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import { chooseBaselines } from '../baseline/choose-baselines.ts';
import { lanePage } from '../baseline/lane-page.ts';
import { screen } from '../baseline/screen.ts';
import { suiteGates } from '../baseline/suite-gates.ts';
import type { World } from '../world.ts';

/** `evals baseline show`: what was accepted, what fails in it, and what it can tell. */
export async function showBaseline(
  { arguments: given, options }: CommandInput,
  world: World,
): Promise<ExitCode> {
  const root = await findRoot(world.folder);
  const chosen = await chooseBaselines(root, given.suite as string | undefined);
  if (options.json) {
    for (const one of chosen) world.out.write(printBaseline(one));
    return exitCode.done;
  }
  const on = await screen(world);
  const gates = await suiteGates(root);
  for (const one of chosen) {
    const lanes = one.lanes.flatMap((lane) => [
      ...lanePage(lane, gates.get(one.suite) ?? usual, on),
      ...inputs(lane, on),
      ...failing(lane, on),
      '',
    ]);
    world.out.write(`${[...heading(one, on), ...lanes].join('\n')}\n`);
  }
  return exitCode.done;
}

const usual: Gate = { confidence: 0.95, slices: [], errors: 0 };
const clean = (text: string) => oneLine(toScreen(text));

const heading = ({ suite }: Baseline, on: Canvas) => [
  `${on.strong(clean(suite))}  ${on.quiet(baselineFile(suite))}`,
];

/** Who accepted it, and what it was made with. */
function inputs({ arm, accepted, served, aa }: BaselineLane, on: Canvas): string[] {
  const { at, by, reason, run, commit, dirty, asIs } = accepted;
  const ids = Object.entries(served).map(([id, times]) => `${id} (${times})`);
  const facts: [string, string | undefined][] = [
    ['accepted', `${at.slice(0, 16).replace('T', ' ')} UTC by ${by}: “${reason}”`],
    ['from', `run ${run}${asIs ? ', as it stood' : ', asked afresh'}`],
    ['commit', commit && `${commit}${dirty ? ', with changes that were not committed' : ''}`],
    ['prompt', arm.prompt && `${arm.prompt}  ${arm.promptDigest?.slice(0, 12) ?? ''}`],
    ['model', `${arm.model}${arm.model.endsWith(arm.modelId) ? '' : ` (${arm.provider}:${arm.modelId})`}`],
    ['settings', Object.keys(arm.settings as object).length > 0 ? JSON.stringify(arm.settings) : undefined],
    ['served', ids.join(', ') || undefined],
    ['a/a run', aa?.run],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined
      ? []
      : on.paragraph(`    ${on.quiet(name.padEnd(10))}`, [{ text: clean(value), mark: plain }]),
  );
}

const plain = (text: string) => text;
const mostNamed = 20;

/** Cases that pass in no more than half of their answers. */
function failing({ cases }: BaselineLane, on: Canvas): string[] {
  const all = cases.filter(({ passed, of }) => of > 0 && passed * 2 <= of);
  if (all.length === 0) return [];
  const named = all.slice(0, mostNamed).map(({ id, passed, of }) => `${id} (${passed} of ${of})`);
  const text = `${named.join(', ')}${all.length > mostNamed ? ` and ${all.length - mostNamed} more` : ''}`;
  return on.paragraph(`    ${on.quiet('fails'.padEnd(10))}`, [{ text: clean(text), mark: plain }], 12);
}
