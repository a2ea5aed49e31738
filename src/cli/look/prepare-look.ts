import { judgeStanding } from '../../analyze/judging/judge-standing.ts';
import type { Calibration } from '../../domain/calibration.ts';
import { exitCode } from '../../domain/exit-code.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import type { GrowingEvidence } from '../../store/read-evidence.ts';
import { todaysEvidence } from '../evidence/todays-evidence.ts';
import type { Project } from '../open-project.ts';
import type { RunOptions } from '../parse-run-options.ts';
import { type PreparedRun, prepareRun } from '../prepare-run.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { findReferences } from './find-references.ts';
import { lookHeader } from './look-header.ts';
import { lookPlan } from './look-plan.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import type { OpenLook } from './open-look.ts';
import { planLook } from './plan-look.ts';
import type { PlannedLook } from './planned-look.ts';
import { seenGains } from './seen-gains.ts';

/** A run of holdouts that may begin. Its ledgers are held until `release`. */
export type PreparedLook = PreparedRun & {
  /** With the arms of the baselines in its plan. */
  project: Project;
  looks: PlannedLook[];
  /** What is known of the judges; no baseline has results of a holdout. */
  evidence: GrowingEvidence;
  release(): Promise<void>;
};

type Manner = Pick<RunOptions, 'offline' | 'replay'> & { isOverfitAsked: boolean };

/** Looks at ledgers, settings and baselines, and plans the run. Throws `Refusal`; nothing was asked, and no ledger is held. */
export async function prepareLook(open: OpenLook, manner: Manner, world: World): Promise<PreparedLook> {
  const project = { ...open.project, quarantine: [] };
  const { header: plain, redact } = await prepareRun(project, manner, world);
  const ledgers: OpenLedger[] = [];
  const release = async () => void (await Promise.all(ledgers.map((one) => one.release())));
  try {
    for (const { name } of plain.suites) {
      const holdout = open.holdouts.get(name)!;
      ledgers.push(await openLedger({ root: project.root, suite: name, holdout }, world));
    }
    const { evidence, looks } = await planAll({ open, project, plain, ledgers, manner }, world);
    const plan = lookPlan(project.plan, looks, open.isSealed);
    const header = lookHeader(plain, looks, open.isSealed ? 'sealed' : 'frozen', plan.total);
    return { project: { ...project, plan }, header, redact, looks, evidence, release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Of a judge that no gate may rest on that is known beforehand, as far as the files tell. */
function unfitJudges(
  suites: Run['suites'],
  looks: readonly PlannedLook[],
  calibrations: readonly Calibration[] = [],
): Problem[] {
  const unfit = suites.filter((suite, index) => {
    const isJudged = suite.questions?.some(({ counts }) => counts) ?? false;
    return isJudged && looks[index]!.way === 'asked' && judgeStanding(suite, calibrations).flaws.length > 0;
  });
  return unfit.map(({ name }) => problems.lookJudge({ suite: name }));
}

type Parts = {
  open: OpenLook;
  project: Project;
  plain: Run;
  ledgers: readonly OpenLedger[];
  manner: Manner;
};

async function planAll({ open, project, plain, ledgers, manner }: Parts, world: World) {
  const { evidence } = await todaysEvidence(project.root, plain, world);
  const references = await findReferences(project, plain, evidence.baselines);
  const looks: PlannedLook[] = [];
  const found: Problem[] = ledgers.flatMap((one) => one.problems);
  for (const [index, header] of plain.suites.entries()) {
    const { suite } = project.plan.suites[index]!;
    const holdout = open.holdouts.get(header.name)!;
    const own = { open: ledgers[index]!, references: references[index]!, holdout };
    const planned = await planLook({ suite, header, ...own, isOverfitAsked: manner.isOverfitAsked });
    looks.push(planned.look);
    found.push(...planned.problems);
  }
  if (found.some(({ severity }) => severity === 'error')) throw new Refusal(found);
  const unfit = open.isSealed ? unfitJudges(plain.suites, looks, evidence.calibrations) : [];
  if (unfit.length > 0) throw new Refusal([...found, ...unfit], exitCode.incomplete);
  await printProblems(found, world);
  const isAsked = ({ way, told }: PlannedLook) => manner.isOverfitAsked && way === 'asked' && !told.alarm;
  for (const [index, look] of looks.entries())
    if (isAsked(look))
      look.seen = await seenGains(project.root, plain.suites[index]!, look.references, world);
  return { looks, evidence: { ...evidence, baselines: new Map() } };
}
