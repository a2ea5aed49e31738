import type { Acceptance, Baseline, BaselineLane } from '../../domain/baseline.ts';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import type { RunSuite } from '../../domain/run.ts';
import { findRoot } from '../../load/find-root.ts';
import { baselineFile } from '../../store/baseline-file.ts';
import { redacted } from '../../store/redacted.ts';
import { writeBaseline } from '../../store/write-baseline.ts';
import { messageOf } from '../../text/message-of.ts';
import { acceptedPage } from '../baseline/accepted-page.ts';
import { candidateFlaws } from '../baseline/candidate-flaws.ts';
import { gatherResults } from '../baseline/gather-results.ts';
import { lockPrompts } from '../baseline/lock-prompts.ts';
import { type Candidate, type Measured, measure } from '../baseline/measure.ts';
import { muteComparisons } from '../baseline/mute-comparisons.ts';
import { openBaselines } from '../baseline/open-baselines.ts';
import { parseAcceptance } from '../baseline/parse-acceptance.ts';
import { signer } from '../baseline/signer.ts';
import { withLanes } from '../baseline/with-lanes.ts';
import { findReadableRun } from '../find-readable-run.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import { runRows } from '../run-rows.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';

/** `evals baseline accept`: asks what a run tested afresh, and keeps that as what later runs are held against. */
export async function acceptBaseline(input: CommandInput, world: World): Promise<ExitCode> {
  const options = parseAcceptance(input);
  const root = await findRoot(world.folder);
  const before = await openBaselines(root);
  const candidate = await readCandidate(root, options.run, world);
  const measured = await measure(candidate, options, world);
  if (typeof measured === 'number') return measured;
  refuse(candidateFlaws(measured.run, measured.arms), exitCode.incomplete);
  const accepted = toAcceptance(measured, options.reason, await signer(root, world), world);
  const after = toBaselines(measured, accepted, before);
  const files = await write(root, after, before);
  world.out.write(
    `${(await acceptedPage({ after, accepted, suites: measured.run.suites, files }, world)).join('\n')}\n`,
  );
  await printProblems(muteComparisons(measured.arms), world);
  return exitCode.done;
}

function refuse(found: ReturnType<typeof candidateFlaws>, code: ExitCode = exitCode.badInput): void {
  if (found.length > 0) throw new Refusal(found, code);
}

async function readCandidate(root: string, wanted: string | undefined, world: World): Promise<Candidate> {
  const found = await findReadableRun(root, wanted, 'accept');
  if (!found.value) throw new Refusal(found.problems);
  const run = found.value;
  const arms = await gatherResults(run, runRows(root, run.id, world)());
  // One that was begun by an earlier `accept` is ended first.
  refuse(candidateFlaws(run, arms).filter(({ code }) => !run.forBaseline || code !== 'accept-unfinished'));
  return { root, run, arms };
}

function toAcceptance(
  { run, isAsIs, redact }: Measured,
  reason: string,
  by: string,
  { clock }: World,
): Acceptance {
  return {
    at: clock.date().toISOString(),
    by: redact(by),
    reason: redact(reason),
    run: run.id,
    ...(run.git ? { commit: run.git.commit, ...(run.git.dirty ? { dirty: true } : {}) } : {}),
    evals: version,
    ...(isAsIs ? { asIs: true } : {}),
  };
}

/** The suites of the run with their new lanes. */
function toBaselines(
  { arms, redact }: Measured,
  accepted: Acceptance,
  before: ReadonlyMap<string, Baseline>,
): Baseline[] {
  const lanes = new Map<RunSuite, BaselineLane[]>();
  for (const { suite, results } of arms)
    lanes.set(suite, [...(lanes.get(suite) ?? []), { ...redacted(results, redact), accepted }]);
  return [...lanes].map(([{ name }, own]) => withLanes(before.get(name), name, own));
}

async function write(
  root: string,
  after: readonly Baseline[],
  before: ReadonlyMap<string, Baseline>,
): Promise<string[]> {
  const files: string[] = [];
  let file = '';
  try {
    for (const one of after) {
      file = baselineFile(one.suite);
      files.push(await writeBaseline(root, one));
    }
    file = 'prompts/lock.json';
    const lock = await lockPrompts(
      root,
      new Map([...before, ...after.map((one) => [one.suite, one] as const)]).values(),
    );
    return lock === undefined ? files : [...files, lock];
  } catch (error) {
    throw new Refusal([problems.unwritableFile({ file, detail: messageOf(error) })], exitCode.incomplete);
  }
}
