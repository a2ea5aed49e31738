import { auditOutcome } from '../../analyze/audit/audit-outcome.ts';
import type { Audit, AuditCell, AuditLane } from '../../domain/audit.ts';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import type { Run, RunSuite } from '../../domain/run.ts';
import { findRoot } from '../../load/find-root.ts';
import { readAudit } from '../../store/read-audit.ts';
import { writeAudit } from '../../store/write-audit.ts';
import { messageOf } from '../../text/message-of.ts';
import { toScreen } from '../../text/to-screen.ts';
import { auditPage } from '../audit/audit-page.ts';
import { type AuditTarget, findTarget } from '../audit/find-target.ts';
import { openAudit } from '../audit/open-audit.ts';
import { type AuditOptions, parseAuditOptions } from '../audit/parse-audit-options.ts';
import { readTruths, type Truths } from '../audit/read-truths.ts';
import { screen } from '../baseline/screen.ts';
import { storedEvidence } from '../evidence/stored-evidence.ts';
import { findReadableRun } from '../find-readable-run.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

const usual = { seed: 1, concordant: 90, margin: 5 };

/**
 * `evals judge audit`: picks what persons should label of a run and its baseline, and once they have, says by their labels
 * whether the candidate is worse; whichever side the judge favours.
 */
export async function auditJudge(input: CommandInput, world: World): Promise<ExitCode> {
  const options = parseAuditOptions(input);
  const root = await findRoot(world.folder);
  const { value: run, problems: found } = await findReadableRun(root, options.run, 'label');
  if (!run) throw new Refusal(found);
  const earlier = await readAudit(root, run.id);
  const { baselines } = await storedEvidence(root, run);
  const target = findTarget(run, baselines, options);
  const picked = await pick(root, { run, target, earlier: earlier.value, options }, world);
  const truths = await readTruths(root, picked, options.labels, world);
  // Where both sides gave the same answers, nobody has to be asked.
  const isDecided = truths !== undefined || Object.keys(picked.picks).length === 0;
  const audit = isDecided ? await decide(picked, target.suite, truths, world) : picked;
  await keep(root, audit);
  await show(audit, { run, options }, world);
  return isDecided ? toExitCode(audit, target.suite) : exitCode.done;
}

/** The same picks as before, unless another draw is asked for. */
async function pick(
  root: string,
  { run, target, earlier, options }: { run: Run; target: AuditTarget; earlier: Audit | undefined; options: AuditOptions },
  world: World,
): Promise<Audit> {
  const same = earlier?.suite === target.suite.name && earlier.check === target.check ? earlier : undefined;
  if (earlier && !same) {
    const [was, is] = [earlier, { suite: target.suite.name, check: target.check }].map((one) => `${one.suite} / ${one.check}`);
    await printProblems([problems.auditMoved({ was: was!, is: is! })], world);
  }
  const draw = {
    seed: options.seed ?? same?.seed ?? usual.seed,
    concordant: options.concordant ?? same?.concordant ?? usual.concordant,
  };
  return openAudit(root, run, target, draw, world);
} // biome-ignore format: one name a line

const words: Record<AuditCell, string> = {
  both: 'the judge passes on both sides',
  lost: "the judge passes on the baseline's side only",
  gained: "the judge passes on the candidate's side only",
  neither: 'the judge fails on both sides',
  same: 'have one answer on both sides',
};

/** What the labels say of each lane; where they do not suffice, that is told. */
async function decide(
  audit: Audit,
  { gate }: RunSuite,
  truths: Truths | undefined,
  world: World,
): Promise<Audit> {
  const { margin = usual.margin, confidence, errors } = gate;
  const rules = { margin: margin / 100, confidence, errors };
  const at = world.clock.date().toISOString();
  const labels = truths && { labels: { file: truths.file, digest: truths.digest } };
  const lanes: AuditLane[] = [];
  for (const lane of audit.lanes) {
    const decision = auditOutcome(lane, truths?.of ?? (() => undefined), rules);
    if (decision.outcome) {
      lanes.push({ ...lane, outcome: { at, ...labels, ...decision.outcome } });
      continue;
    }
    lanes.push(lane);
    const cells = decision.empty.map((cell) => words[cell]);
    await printProblems([problems.auditCells({ lane: lane.lane, missing: decision.missing, cells })], world);
  }
  return { ...audit, lanes };
}

async function keep(root: string, audit: Audit): Promise<void> {
  await writeAudit(root, audit).catch((error: unknown) => {
    const problem = problems.auditNotWritten({ id: audit.run, detail: messageOf(error) });
    throw new Refusal([problem], exitCode.incomplete);
  });
}

async function show(
  audit: Audit,
  { run, options }: { run: Run; options: AuditOptions },
  world: World,
): Promise<void> {
  if (options.isJson) {
    world.out.write(`${JSON.stringify(audit, null, 2)}\n`);
    return;
  }
  const isOpen = audit.lanes.some(({ outcome }) => !outcome || outcome.missing > 0);
  const { suite, check } = audit;
  const own = run.suites.some(({ questions = [] }) => questions.length > 1) || run.suites.length > 1;
  const which = own ? ` --suite ${suite} --check ${check}` : '';
  const labels = options.labels === undefined ? '' : ` --labels ${options.labels}`;
  const next = [
    `Next: evals judge label ${run.id}${which} --audit${labels}`,
    `Then: evals judge audit ${run.id}${which}${labels}`,
  ];
  const lines = [...(await auditPage(audit, await screen(world))), ...(isOpen ? next.map(toScreen) : [])];
  world.out.write(`${lines.join('\n')}\n`);
}

/** The worst of the lanes; a lane of which nothing can be said is not finished. */
function toExitCode({ lanes }: Audit, { gate }: RunSuite): ExitCode {
  const verdicts = lanes.map(({ outcome }) => outcome?.verdict);
  if (verdicts.includes('FAIL')) return exitCode.gateFailed;
  if (verdicts.includes(undefined)) return exitCode.incomplete;
  return verdicts.includes('INCONCLUSIVE') && gate.inconclusive === 'fail'
    ? exitCode.incomplete
    : exitCode.done;
}
