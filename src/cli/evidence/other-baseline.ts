import type { Baseline } from '../../domain/baseline.ts';
import { problems } from '../../domain/problems.ts';
import type { Run, RunSuite } from '../../domain/run.ts';
import { printBaseline } from '../../store/print-baseline.ts';
import { sha256 } from '../../text/sha256.ts';
import { readBaselines } from '../diff/read-baselines.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { calibrationsOf } from './calibrations-of.ts';
import { storedEvidence } from './stored-evidence.ts';
import type { HeldAgainst } from './todays-evidence.ts';
import { withoutCopy } from './without-copy.ts';

/**
 * A run held against a baseline that is named (`baseline`, `git:<revision>`, a file). What was drawn of its own cases
 * still tells; what was asked of the other baseline's arms does not. Throws a `Refusal`, also when it has nothing of the
 * run's suites, or of the lanes in them.
 */
export async function otherBaseline(
  reference: string,
  root: string,
  run: Run,
  world: World,
): Promise<HeldAgainst> {
  const isOfHoldout = run.suites.some(({ holdout }) => holdout !== undefined);
  if (isOfHoldout) throw new Refusal([problems.ofHoldout({ id: run.id, why: 'baseline' })]);
  const { value, problems: found } = await readBaselines(reference, { root, from: world.folder });
  if (!value) throw new Refusal(found);
  await printProblems(found, world);
  const baselines = new Map(value.baselines.map((one) => [one.suite, one]));
  const names = run.suites.map(({ name }) => name);
  if (!names.some((name) => baselines.has(name)))
    throw new Refusal([problems.gateWithoutBaseline({ reference, suites: names })]);
  if (!run.suites.some((suite) => hasLane(suite, baselines.get(suite.name))))
    throw new Refusal([problems.gateWithoutLane({ reference, ...lanesOf(run, baselines) })]);
  const { redraws } = await storedEvidence(root, withoutCopy(run));
  const calibrations = await calibrationsOf(root, run);
  const suites = withoutCopy(run).suites.map((suite) => {
    const one = baselines.get(suite.name);
    const digest = one && sha256(printBaseline(one), 16);
    return digest ? { ...suite, baseline: { file: value.label, digest } } : suite;
  });
  return {
    header: { ...run, suites },
    evidence: { baselines, ...(calibrations ? { calibrations } : {}), redraws, canary: [] },
  };
}

const lanesIn = (one: Baseline | undefined) => (one?.lanes ?? []).map(({ arm }) => arm.lane);
const hasLane = ({ arms }: RunSuite, one: Baseline | undefined) =>
  arms.some(({ lane }) => lanesIn(one).includes(lane));

/** What the run asked, and what there would be to hold it against. */
function lanesOf({ id, suites }: Run, baselines: ReadonlyMap<string, Baseline>) {
  const asked = suites.flatMap(({ arms }) => arms.map(({ lane }) => lane));
  const stored = suites.flatMap(({ name }) => lanesIn(baselines.get(name)));
  return { id, asked: [...new Set(asked)], stored: [...new Set(stored)] };
}
